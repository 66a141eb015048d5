"""Benign mail in English, part two: shops, banks, services and the machines of the own house."""

from __future__ import annotations

from training.synth.schema import (
    BOUNCE,
    BULK,
    DIGEST,
    IMAGE,
    NOTICE,
    PERSONAL,
    PLAIN,
    REPLY,
    Book,
    Kind,
)

_PEOPLE = (
    "Hannah Lee",
    "Omar Farah",
    "Tom Baker",
    "Leila Haddad",
    "Marta Kowal",
    "Ruth Stein",
    "Daniel Osei",
    "Grace Obi",
    "Peter Lind",
    "Ana Costa",
)
_MERCHANTS = (
    "Green Leaf Books",
    "The Tea House",
    "Northside Bikes",
    "City Print & Copy",
    "Riverside Theatre",
    "Open Archive Project",
    "Little Bakery",
    "Harbour Choir",
    "Paper & Ink",
    "Neighbours Help Neighbours",
)

BOOK = Book(
    lang="en",
    kinds=(
        Kind(
            id="order-confirmation",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Thanks for your} order {#$order|$order|with $brand}",
                "Order {confirmation|confirmed}: $product",
                "We {have received|got} your order, $first",
                "{Thank you for|Thanks for} shopping with us",
                "$order: {order placed|being prepared}",
                "{Payment|Order} received - $amount",
                "{Good choice!|Great news:} $product is {yours|on order}",
                "{Change|Update} to your order $order",
                "{Pick-up|Ready for pick-up}: order $order",
                "{Part of|One item in} your order is delayed",
            ),
            body=(
                (
                    (
                        "{Thank you for|Thanks for} your order! We'll {let you know|email you} when {it ships|your "
                        "parcel leaves our warehouse}."
                    ),
                    (
                        "Your order $order {has been received|is confirmed}. {Estimated delivery|Arriving}: "
                        "{$weekday|$soon}."
                    ),
                    (
                        "One item in your order, the $product, is {delayed|out of stock}. {You don't need to do "
                        "anything.|You can wait or cancel free of charge.}"
                    ),
                ),
                (
                    (
                        'You can {view or change|track|cancel} your order in {your account|"My orders"} until it '
                        "{is packed|ships}."
                    ),
                    "{Returns are free for $days days.|Keep this email as your proof of purchase.}",
                ),
            ),
            brands=("shop",),
            calls=(
                "{View order|Track order|Manage order|Order details}",
                "{Help|Contact us}",
            ),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Order number", "$order"),
                ("Item", "$product"),
                ("Total", "$amount"),
                ("Delivery to", "$full, $city"),
                ("Estimated delivery", "$soon"),
            ),
            weight=1.5,
        ),
        Kind(
            id="order-small-shop",
            label="clean",
            sender="org",
            subjects=(
                "{Your|Order} $order {at $org|is confirmed}",
                "{Invoice|Receipt} for order $order",
                "{We are|We're} packing your $product",
                "{Shipped|On its way}: order $order",
                "{How do you like|Please review} your $product?",
                "{Refund|Your refund} for order $order",
                "{A|Small} delay with your order",
                "{Voucher|Gift voucher} inside",
                "{Out of stock|Back in stock}: $product",
                "{Your return|Return} $ref has {arrived|reached us}",
            ),
            body=(
                (
                    (
                        "{We're a small team, so thank you for|Thank you for} buying {from us|at $org}. Your "
                        "$product {leaves tomorrow|is on its way|is being packed}."
                    ),
                    (
                        "Your return arrived {safely|today}. We refund $amount to {the card you paid with|your "
                        "original payment method}; this {takes|can take} up to $days days."
                    ),
                ),
                (
                    (
                        "{Questions? Just reply, $mefirst reads every mail.|Tracking number: $track.|The invoice "
                        "is attached.}"
                    ),
                    "",
                ),
            ),
            calls=(
                "{View your order|Track parcel|Visit the shop}",
                "{Write a review|Download invoice}",
            ),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                PERSONAL,
            ),
            rows=(
                ("Order", "$order"),
                ("Item", "$product"),
                ("Sum", "$amount"),
            ),
            files=(
                "",
                "pdf",
            ),
        ),
        Kind(
            id="parcel-notice",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|A} parcel is {on its way|coming today}",
                "{Delivery|Arriving} {today|tomorrow} between $time and {6|8} pm",
                "{We missed you|Sorry we missed you}",
                "{Delivered|Parcel delivered}: $track",
                "{Shipment|Tracking} {update|notification} $track",
                "{Ready|Waiting} for collection at {the shop|your pick-up point}",
                "{Choose|Change} your delivery {day|option}",
                "{Label|Your label} created: $track",
                "{Your|Proof of} delivery",
                "{Import|Customs} {charges|fees} for shipment $track",
                "{Left with|Handed to} a neighbour",
                "{Delay|Delayed}: shipment $track",
            ),
            body=(
                (
                    (
                        "Your parcel {from $sendername |}is {on the way|out for delivery} and should reach you "
                        "{today|on $weekday}{ between $time and 6 pm|}. {You need not be at home.|Someone must "
                        "sign for it.}"
                    ),
                    (
                        "We tried to deliver your parcel $track but {nobody was in|could not reach you}. {We'll "
                        "try again on $weekday.|It waits for you at the pick-up point until $soon; bring ID.}"
                    ),
                    "Your parcel was {delivered|left in the safe place} on $date at $time.{ Signed by: $last.|}",
                    (
                        "Your shipment from abroad needs import charges of $small to be paid {before delivery|to "
                        "the driver or online}. The tracking page shows how the sum was worked out."
                    ),
                ),
                (
                    (
                        "{Track it any time with number $track.|Want it another day? Change delivery online.|We "
                        "never ask for bank passwords.}"
                    ),
                    "",
                ),
            ),
            brands=("parcel",),
            calls=(
                "{Track my parcel|Track your shipment|Change delivery|View details}",
                "{Find pick-up point|Get the app}",
            ),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            rows=(
                ("Tracking number", "$track"),
                ("Expected", "{$weekday|$soon}"),
                ("From", "$sendername"),
            ),
            words={
                "sendername": (
                    "a web shop",
                    "your family",
                    "the print shop",
                    "Books & More",
                    "The Tea House",
                    "the publisher",
                ),
            },
            weight=2.0,
        ),
        Kind(
            id="password-reset-asked",
            label="clean",
            sender="brand",
            subjects=(
                "{Reset|Change} your $brand password",
                "{Password reset|Reset request}",
                "{You asked|You requested} to reset your password",
                "{Forgot|Forgotten} your password?",
                "{Your|Here's your} {reset link|password reset link}",
                "$first, {here's|this is} the link {you asked for|to get back in}",
                "{How to|Instructions to} {reset|change} your password",
                "{Account recovery|Recover your account}",
                "{Link to|One-time link to} set a new password",
                "Getting {back|you back} into $brand",
            ),
            body=(
                (
                    (
                        "{We received a request|Someone asked} to reset the password {for your account|of the "
                        "$brand account $email}. If {that was|it was} you, {use the button|click below}{ within "
                        "$hours hours|}."
                    ),
                    (
                        "{Forgot your password? It happens.|No problem.} {Choose a new one|Set a new password} "
                        "with the {link|button} below. The link {expires in $hours hours|works once}."
                    ),
                ),
                (
                    (
                        "If you didn't {ask for this|request a reset}, {you can ignore this email|no action is "
                        "needed}: your password {stays as it is|won't change}."
                    ),
                    (
                        "{Never share this link.|We will never ask you for your password by email.}{ Request came "
                        "from $device, $city.|}"
                    ),
                ),
            ),
            brands=("account", "social", "dev", "software"),
            calls=("{Reset password|Choose a new password|Change password}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="login-code",
            label="clean",
            sender="brand",
            subjects=(
                "{$code is your|Your} {$brand |}{code|verification code}",
                "{Your|Here is your} {sign-in|login|one-time} code{: $code|}",
                "{Security|Verification} code",
                "$brand: {$code|confirm it's you}",
                "{Confirm|Verify} {your email|your identity|it's you}",
                "{Two-factor|2-step} {code|verification}",
                "{Finish|Complete} signing in",
                "{Use|Enter} code $code",
                "{Single-use|One-time} {code|password}",
                "{PIN|Passcode}: $code",
            ),
            body=(
                (
                    (
                        "{Your|Here is your} {verification code|one-time code} {is|:} $code. It {expires|is valid} "
                        "{in|for} {10|15|30} minutes."
                    ),
                    (
                        "{Enter|Type} $code {in the app|on the page you have open} to {finish signing in|confirm "
                        "it's you}."
                    ),
                ),
                (
                    (
                        "{Don't share|Do not give} this code {with|to} anyone{, even if they say they are from "
                        "$brand|}.{ Our staff will never ask for it.|}"
                    ),
                    (
                        "If you {didn't try to sign in|did not request this}, {you can ignore this mail|someone "
                        "may have mistyped an address}."
                    ),
                ),
            ),
            brands=("account", "social", "bank", "pay", "dev"),
            calls=("{Go to $brand|}",),
            link="none",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            greetings=(
                "Hello,",
                "Hi $first,",
                "",
            ),
            weight=1.5,
        ),
        Kind(
            id="new-sign-in",
            label="clean",
            sender="brand",
            subjects=(
                "{New|A new} sign-in {to your account|from $device|on $device}",
                "{Security alert|Security notice}",
                "{Was this you?|Did you just sign in?}",
                "{New device|New login}: $device",
                "{Your|The} password was changed",
                "{Recovery|Backup} {email|phone} {added|changed}",
                "{App password|App access} {created|granted}",
                "{2-step verification|Two-factor authentication} turned {on|off}",
                "{Unusual|Unrecognised} {activity|sign-in attempt}{ blocked|}",
                "{Critical|Important} security alert for $user",
                "$brand {security|account} alert",
            ),
            body=(
                (
                    (
                        "{Your|The} account $email was {just |}{used to sign in|signed in} {on|from}{ a new "
                        "device:|} $device{, $city|}."
                    ),
                    "The password {of|for} your $brand account was changed on $date at $time.",
                    (
                        "We {blocked|stopped} a sign-in{ attempt|} from $city, $country because {it didn't look "
                        "like you|the password was wrong several times}."
                    ),
                ),
                (
                    (
                        "If {this was|that was} you, {you can ignore this message|there is nothing to do}. If not, "
                        "{secure your account|check your activity and change your password} {right "
                        "away|immediately}."
                    ),
                    (
                        "{You received this email to let you know about important changes to your account.|You can "
                        "also see it in your security settings.}"
                    ),
                ),
            ),
            brands=("account", "social", "dev", "bank"),
            calls=(
                "{Check activity|Review activity|Yes, it was me|Secure your account}",
                "{Account settings|No, it wasn't me}",
            ),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            rows=(
                ("Device", "$device"),
                ("Location", "{$city, $country|near $city}"),
                ("Time", "$date, $time"),
                ("IP address", "$ip"),
            ),
            weight=2.0,
        ),
        Kind(
            id="bank-notice",
            label="clean",
            sender="brand",
            subjects=(
                "Your {account |}statement is {ready|available}",
                "{e-Statement|Statement} for $month",
                "{Payment|Card payment} of $amount {received|due on $soon}",
                "{New message|You have a new message} in {online banking|your secure inbox}",
                "{Transaction|Purchase} alert: card ending $card",
                "{Your|A} {transfer|standing order} {was sent|has been made}",
                "{Low|Your} balance {alert|is below $amount}",
                "{Changes to|Update to} our {terms|charges}",
                "{Your new card|New card} is on its way",
                "{Help us|How we} {stop|fight} fraud",
                "{Important|Annual} {tax|interest} document{ available|}",
                "{Direct debit|Payment reminder}: $amount",
            ),
            body=(
                (
                    (
                        "Your statement for {account|the card} ending in $card is {ready|now available}. {To see "
                        "it, log on as usual through our app or by typing our address.|Sign in to view it.}"
                    ),
                    (
                        "A {payment|purchase} of $amount was made with your card ending $card on $date{ at "
                        "$time|}.{ Don't recognise it? Call the number on the back of your card.|}"
                    ),
                    (
                        "You have a new {message|document} in your secure inbox.{ For your protection we do not "
                        "send its content by email.|}"
                    ),
                ),
                (
                    (
                        "We will never {ask|email you} for your {full password or PIN|card number, PIN or codes}. "
                        "{Forward suspicious mails to our fraud team.|If a caller asks you to move money, hang up.}"
                    ),
                    "",
                ),
            ),
            brands=("bank", "card"),
            calls=(
                "{Sign in|Log on|View statement|Go to online banking}",
                "{Alert settings|Contact us}",
            ),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            rows=(
                ("Account", "ending $card"),
                ("Amount", "$amount"),
                ("Date", "$date"),
            ),
            weight=2.0,
        ),
        Kind(
            id="payment-receipt",
            label="clean",
            sender="brand",
            subjects=(
                "{Receipt|Your receipt} for {your payment to |}$merchant",
                "You {sent|paid} $amount to $merchant",
                "{Payment|Your payment} {received|successful}",
                "{You've got|You received} {money|$amount}",
                "{Your|Trip} receipt {$date|from $brand}",
                "{Invoice|Invoice $ref} paid",
                "{Refund|Refund issued}: $amount",
                "{Payout|A payout} of $amount is {on its way|coming}",
                "{Automatic|Recurring} payment {set up|cancelled}",
                "{Thanks for|Thank you for} your payment",
            ),
            body=(
                (
                    (
                        "You {paid|sent} $amount to $merchant{ on $date|}. {It may take a moment until it appears "
                        "in your account.|The money comes from the card ending $card.}"
                    ),
                    (
                        "{Your|A} refund of $amount {from $merchant |}has been {issued|sent}.{ It can take $days "
                        "days to reach your card.|}"
                    ),
                ),
                (
                    (
                        "{Transaction ID|Reference}: $ref.{ Problems with the purchase? Open the resolution page "
                        "within 180 days.|}"
                    ),
                    "",
                ),
            ),
            brands=("pay", "pay", "shop", "travel", "invoice"),
            calls=("{View details|See transaction|Get help|View receipt}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            rows=(
                ("{Transaction|Receipt number}", "$ref"),
                ("Date", "$date"),
                ("Merchant", "$merchant"),
                ("Amount", "$amount"),
                ("Paid with", "{Card|Visa|Bank account} ending $card"),
            ),
            words={
                "merchant": _MERCHANTS,
            },
        ),
        Kind(
            id="subscription-charge",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Your $brand} subscription {renews|will renew} on $soon",
                "{Receipt|Your receipt} from $brand",
                "{Payment|Your payment} {failed|was declined}: {update card|action needed}",
                "{Price|Upcoming price} change",
                "{Your plan|Plan} {changed|was cancelled}",
                "{Trial|Your free trial} ends {in $days days|on $soon}",
                "{Welcome|Welcome back} to $brand",
                "{Renewal|Auto-renewal} {notice|reminder}",
                "{Your|The} card ending $card {expires soon|has expired}",
                "{We couldn't|We could not} process your payment",
                "{Invoice|Tax invoice} $ref",
            ),
            body=(
                (
                    (
                        "Your {subscription|plan} {renews automatically|will renew} on $soon for $small. {To "
                        "change or cancel, go to your account before then.|No action is needed.}"
                    ),
                    (
                        "We couldn't {process|collect} your last payment with the card ending $card.{ We will try "
                        "again in $days days.|} Please check {your payment method|that the card is still valid} in "
                        "your account{ to keep watching|}."
                    ),
                    "{Thank you|Thanks}! We {received|charged} $small for {the period from $date|this month}.",
                ),
                ("{Questions? Our help centre is open day and night.|You can cancel at any time.|}",),
            ),
            brands=("streaming", "software", "vpn", "cloud", "password", "news"),
            calls=("{Manage subscription|Update payment method|View invoice|Go to account}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
            rows=(
                ("Plan", "{Basic|Family|Premium|Team}"),
                ("Amount", "$small"),
                ("Next payment", "$soon"),
                ("Card", "ending $card"),
            ),
        ),
        Kind(
            id="storage-quota",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Your $brand} storage is {almost full|$percent full}",
                "{You're|You are} {running out of|low on} storage",
                "{Free up|Get more} space",
                "{Mailbox|Inbox} {nearly full|90% full}",
                "{Upgrade|Save $percent on} your plan",
                "{Your files|Backup} {stopped syncing|paused}",
                "{How to|Tips to} clean {your inbox|your drive}",
                "{Last|Second} reminder: storage {limit|full}",
                "{Inactive|Unused} account {policy|notice}",
                "{Files|Deleted files} {expire|will be removed} in $days days",
            ),
            body=(
                (
                    (
                        "You have used $percent of {your storage|your space}.{ When it is full you can't send or "
                        "receive mail or save new files.|}"
                    ),
                    (
                        "{Large files you no longer need|Old photos and big attachments} {take up|fill} most of "
                        "the space.{ You can delete them, or get more space from $small a month.|}"
                    ),
                ),
                ("{Check what takes up space in settings.|You can downgrade at any time.|}",),
            ),
            brands=("cloud", "mailbox"),
            calls=("{Manage storage|Free up space|Get more storage|See plans}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
        ),
        Kind(
            id="terms-update",
            label="clean",
            sender="brand",
            subjects=(
                "{We're updating|Updates to} our {terms|Privacy Policy}",
                "{Changes|Important changes} to {our terms of service|your account}",
                "{Legal|Privacy} {update|notice}",
                "{Your|About your} {data|privacy choices}",
                "{New|Our new} {cookie rules|community rules} from $soon",
                "{Notice of|Notice about} {fee|policy} changes",
                "{How we use|You control} your data",
                "$brand {terms|policies}: {what's new|summary}",
                "{End of|We are closing} a {feature|service} on $soon",
                "{Developer|User} agreement {update|changes}",
            ),
            body=(
                (
                    (
                        "We are {updating|making changes to} our {terms of service|privacy notice}, effective "
                        "$soon. {By continuing to use $brand you agree to them.|You don't need to do anything.}"
                    ),
                ),
                (
                    (
                        "{In short|The main points}: {clearer language|how disputes are solved|how long we keep "
                        "data}.{ If you don't agree, you can close your account before that day.|}"
                    ),
                ),
            ),
            brands=("account", "social", "pay", "streaming", "software"),
            calls=("{Read the terms|Learn more|See what changed}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
        Kind(
            id="social-notification",
            label="clean",
            sender="brand",
            subjects=(
                "$me {mentioned you|tagged you} in a {post|photo|comment}",
                "{You have|You've got} $num new {notifications|messages}",
                "$me {wants to connect|sent you a request}",
                "{See what|What} $me posted",
                "{Your|This week's} {weekly stats|highlights}",
                "{You appeared in|Who's viewed}: $num searches",
                "{Memories|On this day}",
                "$mefirst {liked|replied to} your comment",
                "{People|Someone} you may know: $me",
                "{Group|New in your group}: {Journalists in $city|Old bikes}",
                "{Your|A} {post|page} {was removed|got $num views}",
                "{Live|$me is live} now",
            ),
            body=(
                (
                    (
                        '$me {mentioned you in a comment|tagged you in a photo|sent you a message}: "{great '
                        'work!|see you on $weekday?|have you read this?}"'
                    ),
                    (
                        "{You have|There are} $num notifications {and $num messages |}{waiting|since you were last "
                        "here}."
                    ),
                    ("$me, {$role|journalist}{ in $city|}, {would like to add you to their network|wants to connect}."),
                ),
                ("{Happy birthday to $mefirst tomorrow!|You both know people in $city.|}",),
            ),
            brands=("social",),
            calls=(
                "{View|See message|Accept|Go to $brand|View profile}",
                "{Ignore|Turn off}",
            ),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="repo-notification",
            label="clean",
            sender="brand",
            subjects=(
                "[$repo] {Fix|Crash in|Add} {parser|login test|docs} (#$num)",
                "Re: [$repo] {Release|Bug}: {memory leak|time zone wrong} (#$num)",
                "[$repo] {Run failed|Build fixed}: {tests|lint} - main",
                "[$repo] {Your|A} {token|deploy key} {was added|expires soon}",
                "[$repo] v{1|2}.$num {released|is out}",
                "{Please review|Review requested}: {merge request|pull request} !$num",
                "[$repo] {Security|Dependency} alert: {update needed|low severity}",
                "{Issue|Ticket} $num {assigned to you|closed}",
                "[$repo] {Discussion|Question}: {Python 3.12|packaging}",
                "{Invitation|You're invited} to {join|collaborate on} $repo",
                "($repo-$num) {Login page is slow|Update the press list}",
            ),
            body=(
                (
                    "$mefirst {commented on|requested changes on|approved} this {pull request|merge request}.",
                    (
                        "{Run|Pipeline} {failed|succeeded} for main ({3f2a9c1|b81e077|09dd4e2}): {2 of $num jobs "
                        "failed|all checks passed}."
                    ),
                    (
                        "{@$user|@$mefirst} {could you|please} {have a look|rebase on main|add a test}? {The "
                        "parser breaks on empty input.|It fails on the second run only.}"
                    ),
                ),
                (
                    (
                        "{Steps: 1. start with an empty config 2. run twice 3. see traceback|I can reproduce it on "
                        "$device.|Thanks for the quick fix!}"
                    ),
                    ('{"if not token: raise ValueError" is reached when the header is missing.|Closes #$num.|LGTM.}'),
                ),
                (
                    (
                        "Reply to this email directly or view it {online|in the browser}. You are receiving this "
                        "because you {were mentioned|are assigned|are watching this}."
                    ),
                ),
            ),
            brands=("dev",),
            calls=("{View it on $brand|Reply|Unsubscribe from thread}",),
            link="call",
            layouts=(
                PLAIN,
                NOTICE,
            ),
            greetings=(),
            closings=(),
            words={
                "repo": (
                    "newsroom/archive",
                    "ngo-tools/intake",
                    "civic/ballot-map",
                    "docs-site",
                    "maildesk",
                    "webapp",
                    "translations",
                    "MAPS",
                ),
            },
            weight=2.0,
        ),
        Kind(
            id="shared-doc-brand",
            label="clean",
            sender="brand",
            subjects=(
                '$me shared {"$file"|a document|a folder} with you',
                '{Document|Item} shared with you: "$file"',
                '$me {invited you to|wants you to} {edit|view} "$file"',
                '$mefirst {commented on|mentioned you in} "$file"',
                "{Reminder|You have}: $num unread comments",
                '{Access|Share} request for "$file"',
                "{Your|The} {transfer|files} {was downloaded|expires on $soon}",
                "{New activity|Changes} in {Press team|Campaign $year}",
                "{Files sent|Download ready}: $file",
                "{Weekly|Team} summary: {Press|Field} team",
            ),
            body=(
                (
                    "$me {has |}{invited you to edit|shared} the following {document|file}: $file.",
                    (
                        '$me ({$email|your colleague}) {left a comment|assigned you an action item} in "$file": '
                        '"{please check the second table|is this number final?}"'
                    ),
                    "You sent $num files; {they were downloaded once|they will be deleted on $soon}.",
                ),
                (
                    (
                        "{If you don't want to get files from this person, block the sender.|This link works only "
                        "for you.|}"
                    ),
                ),
            ),
            brands=("office", "cloud"),
            calls=("{Open|View document|Open in $brand|Get your files|Reply}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            weight=2.0,
        ),
        Kind(
            id="esign",
            label="clean",
            sender="brand",
            subjects=(
                "{Please sign|Signature requested}: $file",
                "{Completed|Complete}: $file",
                "$me {sent you|has sent you} a document to {review and sign|sign}",
                "{Reminder|Waiting for you}: $file",
                "{Your|The} document has been {completed|signed by all}",
                "{Declined|Voided}: $file",
                "{Viewed|Opened} by $me",
                "{Copy|Your copy} of $file",
                "{Expires|Expiring} {soon|on $soon}: $file",
                "{Thank you|Thanks} for signing",
            ),
            body=(
                (
                    "$me {has |}sent you a document to {review and sign|sign}: $file{, as we agreed on the phone|}.",
                    (
                        "Everyone has {finished signing|signed} $file. You can {download|view} the {copy|final "
                        "document}."
                    ),
                ),
                (
                    (
                        "{Do not share this email: it holds a personal link.|Questions about the document? Write "
                        "to the sender.}"
                    ),
                ),
            ),
            brands=("sign",),
            calls=("{Review document|View completed document|Sign now}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="calendar-invite",
            label="clean",
            sender="brand",
            subjects=(
                "Invitation: {Weekly check-in|Press call|Budget review} @ $weekday $time",
                "{Updated|Updated invitation}: {Team lunch|Board call} @ $soon",
                "{Accepted|Declined|Tentative}: {Interview|Field meeting}",
                "{Canceled|Cancelled event}: {Standup|Training}",
                "{Meeting|Zoom} {invitation|details} - $me",
                "{New event|Booked}: $me {and|with} $first, $soon",
                "{Reminder|Starts soon}: {coffee|call} with $me",
                "{Poll|Choose a date}: {retreat|editorial meeting}",
                "{Recording|Cloud recording} of {your meeting|Board call} is available",
                "{Please|You're asked to} {vote|pick a time}: board call",
                "{Notes|Summary}: {weekly check-in|press call}",
            ),
            body=(
                (
                    (
                        '$me {has invited|invites} you to {a meeting|"{Weekly check-in|Board call}"}: $weekday, '
                        "$soon, $time{ ({$city|online})|}."
                    ),
                    (
                        "{You have been invited by $me|$mefirst wants to find a date}: please {answer|vote} before "
                        "$weekday."
                    ),
                ),
                ("{Join by phone: $phone, PIN $code.|Agenda: figures, hiring, any other business.|}",),
            ),
            brands=("meeting",),
            calls=(
                "{Yes|Join meeting|More details|Vote now}",
                "{No|Maybe}",
            ),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            rows=(
                ("When", "$weekday $soon, $time"),
                ("Where", "{ Online| $city office, room 3|}"),
                ("Who", "$me, $full"),
            ),
            files=(
                "",
                "ics",
                "ics",
            ),
            weight=1.5,
        ),
        Kind(
            id="shop-sale",
            label="clean",
            sender="brand",
            subjects=(
                "{Up to|Save} $percent {off|on everything}",
                "{SALE|Flash sale}: {today only|ends tonight}",
                "{Your|A} {birthday |}{gift|voucher} is waiting, $first",
                "{New in|Just in}: {autumn|spring} collection",
                "{FREE|Free} delivery this {weekend|week}",
                "{Last chance|Final hours}: $percent off",
                "{Still|Are you still} {thinking it over|interested}?",
                "{Back in stock|Low stock}: $product",
                "{Black Friday|Cyber Monday} {starts now|early access}",
                "{We miss you|It's been a while}: {here's $percent off|come back}",
                "Don't {miss out|forget your basket}",
                "{Members only|Just for you}: {double points|early access}",
            ),
            body=(
                (
                    (
                        "{Today only|Until $weekday|This week}: save {up to |}$percent on {hundreds of items|the "
                        "whole range|everything for the home}. {Online and in store.|While stocks last.}"
                    ),
                    (
                        "{You left something behind!|Your basket misses you.} The $product is still "
                        "{there|available}, {but we can't hold it forever|and stock is low}."
                    ),
                    (
                        "{Happy birthday!|Thank you for being a member.} {Here is a voucher of $small|Enjoy "
                        "$percent off} {for your next order|until $soon}: code {HELLO|THANKS|PARTY}{10|15|20}."
                    ),
                ),
                (
                    "{Offer valid until $soon, cannot be combined.|Excludes gift cards.|Minimum order $amount.}",
                    "",
                ),
            ),
            brands=("shop",),
            calls=(
                "{SHOP NOW|Shop the sale|Discover|Redeem}",
                "{Women|Men|Home|Find a store}",
            ),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
                PLAIN,
            ),
            items=(
                "$product :: {now $small|$percent off}",
                "{Bestseller|Top rated} :: {from $small|loved by customers}",
                "Gift cards :: {for every occasion|by mail in minutes}",
                "Clearance :: {last sizes|up to $percent off}",
            ),
            weight=2.0,
        ),
        Kind(
            id="org-sale",
            label="clean",
            sender="org",
            subjects=(
                "{Only|Just} $hours hours {left|to save}",
                "{Everything|All books} $percent off",
                "{Summer|Winter} {sale|catalogue} is {here|out}",
                "$first, {your|a} {code|present} from $org",
                "{Wine|Tea|Bread} {tasting|club}: {new dates|seats left}",
                "{New|Fresh} {arrivals|this week} at $org",
                "{Order|Pre-order} by $weekday",
                "{Gift|Present} ideas under $small",
                "{Win|Raffle}: a $product for subscribers",
                "{Reopening|New shop} in $city on $soon",
                "{Buy 2, get 1|2 for 1} this {weekend|week}",
            ),
            body=(
                (
                    (
                        "{Dear friends of good things,|Hi!} {our|the} {winter sale|new season} starts {today|on "
                        "$weekday}: {everything|most of the shop} is $percent off{ with code FRIENDS|}."
                    ),
                    (
                        "We {baked|brewed|printed} something new: {come and try it|see it online}.{ First 50 "
                        "orders ship free.|}"
                    ),
                ),
                ("{Visit us in $city, $weekday to Saturday.|Free shipping from $amount.|}",),
            ),
            calls=("{Shop|See the offers|Order now|Book a seat}",),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
            greetings=(),
            items=(
                "$product :: {$small|new}",
                "Opening hours :: {$weekday until $time|closed on holidays}",
                "{Recipe|Tip} of the month :: {quick and warm|takes $num minutes}",
            ),
        ),
        Kind(
            id="airline-travel",
            label="clean",
            sender="brand",
            subjects=(
                "{Check in|Online check-in} {is open|now}",
                "{Your|Booking} {confirmation|itinerary} $ref",
                "{Fares|Flights} from $small",
                "{Flight|Change to flight} $ref {delayed|gate changed}",
                "{Miles|Points} {expire|expiring} on $soon",
                "{$city|City trips} from $small",
                "{How was|Rate} your {trip|stay} in $city?",
                "{Your|Upcoming} {trip|stay}: $city, $soon",
                "{48-hour|Flash} sale: {book by $weekday|$percent off}",
                "{Boarding pass|Your boarding pass}",
                "{Refund|Voucher} for booking $ref",
                "{Your ride|Your receipt} {on $weekday|with $brand}",
            ),
            body=(
                (
                    (
                        "{Get ready for|Your trip to} {$city|$city starts on $soon}. {Check in now and choose your "
                        "seat.|Booking reference: $ref.}"
                    ),
                    (
                        "Book by {midnight|$soon} and fly to $city from $small {each way|return}. {Limited "
                        "seats.|Taxes included.}"
                    ),
                    (
                        "Your flight {has a new departure time|is delayed}: $time. {You may rebook free of "
                        "charge.|We are sorry.}"
                    ),
                ),
                ("{Bring ID and the reference $ref.|Hand baggage only? Check the size.|}",),
            ),
            brands=("airline", "travel"),
            calls=("{Check in|Manage booking|Book now|View itinerary|Rate your stay}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                IMAGE,
            ),
            rows=(
                ("Reference", "$ref"),
                ("Date", "$soon, $time"),
                ("Destination", "$city"),
                ("Passenger", "$full"),
            ),
            weight=1.5,
        ),
        Kind(
            id="loyalty-points",
            label="clean",
            sender="brand",
            subjects=(
                "{You have|You've earned} $num points",
                "{Your|Your $month} points {statement|balance}",
                "{Points|Rewards} expire {on $soon|soon}",
                "{Redeem|Use} your {reward|points}",
                "{Bonus|Double} points {this week|on $weekday}",
                "{Congratulations|Well done}, $first: {Gold|Silver} status",
                "{Free|A free} {coffee|drink} for you",
                "{Member|Members'} offers {this week|in $month}",
                "{Spin|Play} and collect {stars|stamps}",
                "{Thank you|A gift} for {being with us|$days years}",
            ),
            body=(
                (
                    (
                        "You {have|collected} $num points {this month|so far}. {That is worth $small.|Only $num "
                        "more to your next reward.}"
                    ),
                    (
                        "{Some of your points|$num points} {expire|are going to expire} on $soon. {Use them before "
                        "then|Any purchase extends them}."
                    ),
                ),
                ("{Show your card at the till.|Log in to see your balance.|}",),
            ),
            brands=("shop", "airline", "prize"),
            calls=("{See my rewards|Redeem points|Open the app}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
            ),
        ),
        Kind(
            id="password-manager",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Monthly} security {report|summary}",
                "{Breach|Data breach} {alert|report}: {1 site|$num sites}",
                "{Weak|Reused} passwords: {fix them|$num found}",
                "{New device|Sign-in} added to your {vault|account}",
                "{Emergency|Recovery} {kit|contact} {reminder|added}",
                "{Your|The} {licence|subscription} {renews|ends} on $soon",
                "{Family|Team} member {joined|waiting}",
                "{Confirm|Verify} your email for $brand",
                "{What is|Try} a passkey{?|}",
                "{Master|Account} password {changed|hint}",
                "{Protected|You're protected}: {month|week} in review",
            ),
            body=(
                (
                    (
                        "{Your monthly report is here|This month we checked $num logins}: {$num weak|no weak}, "
                        "{$num reused|two reused}.{ Open the app to change them.|}"
                    ),
                    (
                        "A website where you have a login {reported a breach|lost data}: {change that "
                        "password|open the item in your vault}. We {don't know|can't see} your passwords."
                    ),
                    (
                        "{Your protection|Your plan} {renews|will renew} on $soon for $amount.{ You can turn "
                        "auto-renewal off in your account.|}"
                    ),
                ),
                (
                    (
                        "{Nobody at $brand will ever ask for your master password.|Open the app rather than a link "
                        "if you are unsure.}"
                    ),
                ),
            ),
            brands=("password", "antivirus", "vpn"),
            calls=("{View report|Open the app|Review items|My account}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
        ),
        Kind(
            id="email-verification",
            label="clean",
            sender="brand",
            subjects=(
                "{Confirm|Verify} your email{ address|}",
                "{Welcome|Hello}! {Please confirm|One more step}",
                "{Activate|Finish setting up} your {$brand |}account",
                "{Please verify|Verify} {that it's you|$email}",
                "{Thanks for|Thank you for} signing up{, $first|}",
                "{Action needed|Reminder}: confirm your address",
                "$brand: {email confirmation|confirm sign-up}",
                "{You're|You are} almost {there|done}",
                "{Your|Your new} $brand account",
                "{Change|Changed} email address: {confirm|verification}",
            ),
            body=(
                (
                    (
                        "{Thanks for signing up|Welcome to $brand}! {Please confirm|Click to verify} that $email "
                        "{is your address|belongs to you}."
                    ),
                    (
                        "You {changed|asked to change} the email address of your account. {Confirm the new "
                        "one|Click the button}{ within $hours hours|}."
                    ),
                ),
                ("{Didn't sign up? Ignore this mail.|The link expires in $hours hours.}",),
            ),
            brands=("account", "social", "software", "dev", "donate"),
            calls=("{Confirm email|Verify email address|Activate account}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="refund-support",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Re: your} {request|case} {$ref|has been received}",
                "{Case|Ticket} $ref {updated|solved}",
                "{We've|We have} {issued|sent} your refund",
                "{How did we do|Rate our support}?",
                "{Chat|Your chat} {transcript|with support}",
                "{We need|Could you send} {more details|a photo}",
                "{Complaint|Claim} $ref: {decision|answer}",
                "{Return|Your return} {label|accepted}",
                "{Thank you|Thanks} for contacting {us|$brand}",
                "[{Request|Case} $ref] {delivery damaged|wrong invoice}",
            ),
            body=(
                (
                    (
                        "{Thank you for|Thanks for} {writing|contacting us}. Your {case|request} has number $ref; "
                        "we {usually |}answer within $hours hours."
                    ),
                    (
                        "I'm $mefirst from {customer care|support}. I have {refunded|credited} $amount to {the "
                        "original payment method|your card}.{ It takes $days days to show.|}"
                    ),
                    (
                        "{To help you we need|Please send us} {a photo of the damage|the serial number}.{ We never "
                        "need your password.|}"
                    ),
                ),
                ("{Is there anything else? Simply reply.|}",),
            ),
            brands=("shop", "travel", "pay", "telecom", "software"),
            link="reply",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="telecom-bill",
            label="clean",
            sender="brand",
            subjects=(
                "{Your|Your $month} bill {is ready|: $amount}",
                "{Invoice|E-bill} $ref",
                "{Payment|We received your payment}{ confirmation|}",
                "{Data|You've used} $percent{ of your data|}",
                "{Contract|Your contract} {renewal|ends on $soon}",
                "{Maintenance|Planned work} on $weekday in $city",
                "{Domain|Your domain} {renewal|renews on $soon}",
                "{Your|A} {new SIM|engineer visit} on $soon",
                "{Price|Tariff} {change|information}",
                "{Reminder|Payment reminder}: {bill due|$amount}",
            ),
            body=(
                (
                    (
                        "Your {bill|invoice} for $month is {ready|available}: $amount, {due|collected} on $soon{ "
                        "by direct debit|}."
                    ),
                    (
                        "{Your domain|The contract} {renews|is renewed} on $soon {for one year|automatically}.{ "
                        "Nothing to do if your card is valid.|}"
                    ),
                    (
                        "We {haven't received|are missing} your payment of $amount yet. {If you have paid "
                        "meanwhile, ignore this.|Please pay by $soon to avoid a fee.}"
                    ),
                ),
                ('{You find it under "My bills".|We keep bills for 24 months.|}',),
            ),
            brands=("telecom", "insurance", "domain"),
            calls=("{View bill|Pay online|My account}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            rows=(
                ("{Bill number|Invoice}", "$ref"),
                ("Amount", "$amount"),
                ("Due", "$soon"),
            ),
            files=(
                "",
                "pdf",
            ),
        ),
        Kind(
            id="tax-state-notice",
            label="clean",
            sender="brand",
            subjects=(
                "{You have|There is} a new message{ in your account|}",
                "{Filing|Return} {deadline|reminder} $soon",
                "{We have|We've} received your {tax return|form}",
                "{Your|Annual} {statement|document} is {ready|available}{ online|}",
                "{Appointment|Your appointment} on $soon",
                "{Beware|Scam alert}: {fake refund|false} messages",
                "{Application|Your application} $ref {received|decided}",
                "{Changes|New rules} from {1 |}$month",
                "{Service|Online services} {unavailable|maintenance} on $weekday",
                "{Reminder|Please remember}: {update your address|payment on account}",
            ),
            body=(
                (
                    (
                        "{There is a new message|You have a new document} in your online account.{ Sign in the "
                        "usual way to read it; this mail holds no link to it on purpose.|}"
                    ),
                    (
                        "We received your {form|return} on $date. Reference: $ref. {Processing takes about $days "
                        "weeks.|You need not do anything now.}"
                    ),
                ),
                (
                    (
                        "{We never ask for bank details by email.|Criminals send messages that look like ours: "
                        "report them.}"
                    ),
                ),
            ),
            brands=("tax", "state", "health"),
            calls=("{Go to our website|Read guidance|Sign in}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="crypto-exchange",
            label="clean",
            sender="brand",
            subjects=(
                "{Deposit|Withdrawal} {confirmed|received}",
                "{Your|Buy} order {was filled|executed}",
                "{New|Authorize new} device{ login|}",
                "{Monthly|Your $month} {statement|tax report}",
                "{Market|Weekly} {recap|update}: $coin",
                "{Verify|Confirm} {withdrawal|your email}",
                "{Staking|Rewards} {payout|rate change}",
                "{Listing|Delisting} notice",
                "{Security|Anti-phishing} {tips|code set}",
                "{Scheduled|Planned} {maintenance|upgrade} $soon",
                "{Firmware|App} update{ available|}",
            ),
            body=(
                (
                    (
                        "Your {deposit|withdrawal} of $num $coin {has been confirmed|is complete}.{ See the "
                        "transaction in your history.|}"
                    ),
                    (
                        "You {signed in|logged in} from a new device: $device, IP $ip.{ If this wasn't you, lock "
                        "your account in the app.|}"
                    ),
                    (
                        "{This week|In $month} $coin {fell|rose} by $percent.{ Prices move fast; invest only what "
                        "you can lose.|}"
                    ),
                ),
                ("{We never ask for your recovery phrase.|Support will never call you.|}",),
            ),
            brands=("crypto",),
            calls=("{View transaction|Open app|See account}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
        ),
        Kind(
            id="fundraiser-platform",
            label="clean",
            sender="brand",
            subjects=(
                "{New|A new} {donation|signature} {to|on} your {fundraiser|petition}",
                "{Receipt|Your receipt}: $amount{ to $merchant|}",
                "{Update|Victory}: {petition|fundraiser} by $me",
                "{Your|Tickets for} {order|tickets}: {Open evening|Book fair}",
                "{$num|New} jobs in $city{ for you|}",
                "{Tomorrow|Reminder}: {meetup|talk} in $city",
                "{Your|Thank you for your} application{ to $merchant|}",
                "{Response|New responses} to your survey",
                "{Your|Weekly} {reads|digest}: {politics|$country}",
                "{Interview|$merchant viewed your} {invitation|application}",
            ),
            body=(
                (
                    (
                        "{Great news!|} {$me gave $amount to your fundraiser|Someone signed the petition you "
                        "started}.{ Say thank you and share it.|}"
                    ),
                    (
                        "{Your tickets are attached|Here are your tickets}: $weekday $soon, $time, $city.{ Show "
                        "the code at the door.|}"
                    ),
                    (
                        "{New jobs match your search|There are $num new jobs}: {press officer|organizer|data "
                        "analyst}, $city."
                    ),
                ),
                ("{You gave $amount on $date; keep this for your records.|See you there!|}",),
            ),
            brands=("donate", "petition", "events", "survey", "news", "jobs"),
            calls=("{View|See details|View tickets|Apply|Say thanks}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
            ),
            files=(
                "",
                "pdf",
            ),
            words={
                "merchant": _MERCHANTS,
            },
        ),
        Kind(
            id="newsletter-brand",
            label="clean",
            sender="brand",
            subjects=(
                "{This week|Weekend}: {our best stories|what we're reading}",
                "{What's new|New} in $brand",
                "{Your|The} {weekly|daily} {briefing|recommendations}",
                "{Get started|Tips} with $brand",
                "{Product|Release} {news|update}, $month",
                "{Join|Register}: {webinar|launch event} on $soon",
                "{We'd love|Tell us} your {feedback|opinion}",
                "{Last chance|Ends soon}: {$percent off|subscriber offer}",
                "{Meet|Say hello to} the new $brand",
                "{Year|$year} in review",
            ),
            body=(
                (
                    (
                        "{Here's|Here is} what's new {this month|this week}: {faster search|shared notes|better "
                        "captions} and more."
                    ),
                    "{Top stories|The week's best reads}{ from our newsroom|}, picked by {our editors|$me}.",
                ),
                ("{Take our two-minute survey.|Subscribers read without limits: $small a month.|}",),
            ),
            brands=("news", "software", "tech", "meeting"),
            calls=("{Read more|See what's new|Get started|Subscribe}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                NOTICE,
            ),
            items=(
                "Election in $country :: {What the polls say.|Five things to know.}",
                "{Faster search|Dark mode} :: {Try it today.|Now for everyone.}",
                "Webinar :: {$soon, $time.|Free.}",
                "{Long read|Interview} :: {A year in $city.|The man who counts votes.}",
                "Fraud watch :: {Fake shops and how to tell.|Don't pay with gift cards.}",
            ),
            weight=1.5,
        ),
        Kind(
            id="quarantine-digest",
            label="clean",
            sender="system",
            subjects=(
                "{Quarantine|Spam} {digest|report}: $num {messages|held}",
                "{You have|There are} $num {messages|mails} in quarantine",
                "{Daily|Weekly} {spam summary|mail report}",
                "[{Mail gateway|Mailfilter}] {held messages|digest} $date",
                "{Held|Blocked} {message|mail} for $user",
                "{Summary|Report} of {blocked|filtered} mail",
                '{Quarantined|Held}: "{You have won|Account suspended}"',
                "{Your|The} quarantine {is emptied|expires} in $days days",
                "{Released|Message released}: {Invoice|Offer} $ref",
                "{Filter|Junk} {statistics|report} $month",
            ),
            body=(
                (
                    (
                        "The mail filter held $num messages addressed to {you|$email} since {yesterday|$date}. "
                        "They are {deleted|removed} after $days days."
                    ),
                ),
                (("{Release only what you were waiting for.|You need not do anything; spam is deleted on its own.}"),),
            ),
            calls=("{Review quarantine|Release|View all}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                DIGEST,
            ),
            items=(
                '"Your mailbox is full, verify now" :: {from an unknown host|score 14.2}',
                '"You have won a $prize" ::{ bulk, score 9.8|}',
                '"Invoice $ref overdue" :: {attachment blocked|score 7.5}',
                '"Cheap tablets online" :: {spam|score 21.0}',
                '"Re: loan approved" :: {spam|bulk}',
            ),
        ),
        Kind(
            id="it-maintenance",
            label="clean",
            sender="system",
            subjects=(
                "{Planned|Scheduled} {maintenance|outage} on {$weekday|$soon}",
                "{Mail|VPN|File server} {down|unavailable} {tonight|on $weekday} from $time",
                "{New|Your new} {laptop|phone}{ is ready|}",
                "{Password|Your password} {policy|rules} from $soon",
                "Your password {expires|will expire} in $days days",
                "{Update|Please update} {your browser|$device}",
                "{Reminder|Last reminder}: {security training|2-factor set-up}",
                "{Ticket|Helpdesk} #$num: {resolved|printer}",
                "{Printer|Wifi} {on floor 2|in the press room}",
                "{Move|Migration} to {the new mail server|the cloud} on $soon",
                "{Phishing|Fake mail} {test result|warning}",
            ),
            body=(
                (
                    (
                        "On {$weekday|$soon} from $time {mail|the VPN|the shared drive} will be {down|unavailable} "
                        "for about $hours hours. {Save your work before.|Phones are not affected.}"
                    ),
                    (
                        "Your network password {expires in $days days|must be changed by $soon}. Please change it "
                        "{with Ctrl+Alt+Del at your desk|in the office or over VPN}. {We never send a link for "
                        "that and never ask for it.|Need help? Call extension $num.}"
                    ),
                    (
                        "We {move|are moving} all mailboxes to the new server {this weekend|on $soon}. You need do "
                        "nothing; {your password stays the same|if your phone stops syncing, restart it}."
                    ),
                    (
                        'Several of you reported {a false "mailbox full" mail|a fake mail in our name}. {Please '
                        "don't click, just delete.|It did not come from us.} Thanks for reporting!"
                    ),
                ),
                ("{Questions: $mefirst, extension $num.|If it still doesn't work, open a ticket.|}",),
            ),
            names=(
                "IT",
                "IT Helpdesk",
                "Helpdesk",
                "$me (IT)",
                "System administration",
            ),
            locals=(
                "it",
                "helpdesk",
                "support",
                "admin",
                "it-team",
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
                REPLY,
            ),
            weight=2.0,
        ),
        Kind(
            id="hr-notice",
            label="clean",
            sender="system",
            subjects=(
                "{Holiday|Leave} {calendar|requests} $year",
                "{Your|Leave request} {was approved|approved}",
                "{Payslip|Pay slip} {$month|for $month}",
                "{Open|Internal} {position|vacancy}: $role",
                "{Please welcome|New colleague}: $friend",
                "{Health|Pension} {scheme|plan} {changes|enrolment}",
                "{Timesheets|Expenses} due {$weekday|by $soon}",
                "{Remote|Office} {work|days} {policy|reminder}",
                "{Staff|Team} {survey|outing} on $soon",
                "{Safety|Fire drill} {training|on $weekday}",
            ),
            body=(
                (
                    (
                        "{Please|Kindly} {hand in|send} your {timesheet|expense form} by $soon{ so that it can be "
                        "paid with this month's salary|, otherwise it goes into next month}."
                    ),
                    (
                        "{The holiday calendar|The new leave policy} {is attached|is on the intranet}. {Questions "
                        "to $me.|The main change: five days may be carried over.}"
                    ),
                    "{$friend joins us|Please welcome $friend, who joins us} on $soon as $role.{ Say hello!|}",
                ),
                ("{You find the form on the intranet.|Thank you!|}",),
            ),
            names=(
                "HR",
                "Human Resources",
                "$me (HR)",
                "People team",
            ),
            locals=(
                "hr",
                "people",
                "personnel",
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=(
                "pdf",
                "docx",
                "xlsx",
                "",
            ),
            words={
                "friend": _PEOPLE,
            },
            weight=1.3,
        ),
        Kind(
            id="monitoring-alert",
            label="clean",
            sender="system",
            subjects=(
                "{[ALERT]|ALERT|PROBLEM}: {disk|cpu|memory} {on|at} {web1|db2|mail} {is $percent|critical}",
                "{RESOLVED|OK|[RECOVERY]}: {web1|mail} {ping|http}",
                "{[FIRING:1]|[WARN]} {HighLatency|CertExpiry} {prod|staging}",
                "{Certificate|TLS certificate} {expires|expiring} in $days days",
                "{Down|UP}: www.$rdomain",
                "{Backup|Nightly backup} {failed|finished} {on|:} {nas|db2}",
                "{UPS|Temperature} warning {server room|rack 2}",
                "{Logwatch|Daily log report} for {web1|mail}",
                "Cron <root@{web1|db2}> {/usr/local/bin/rotate|run-parts}",
                "{fail2ban|sshd}: {banned|blocked} $ip",
            ),
            body=(
                (
                    (
                        "Service: {http|disk|smtp} / Host: {web1|db2|mail} / State: {CRITICAL|OK|WARNING} / "
                        "{Info|Value}: {$percent used|timeout after 10 s|HTTP 502}"
                    ),
                    (
                        "{Backup|Job} {finished|started} at $time, {exit code 0|exit code 1}, $num files, {no "
                        "errors|2 warnings}."
                    ),
                    "$num failed logins for root from $ip ({blocked|banned for $hours hours}).",
                ),
                ("{Runbook: see wiki.|Acknowledge in the dashboard.|}",),
            ),
            names=(
                "Monitoring",
                "Nagios",
                "Grafana",
                "cron",
                "root",
                "Alertmanager",
            ),
            locals=(
                "root",
                "monitoring",
                "nagios",
                "alerts",
                "nobody",
            ),
            link="none",
            layouts=(PLAIN,),
            greetings=(),
            closings=(),
            weight=1.5,
        ),
        Kind(
            id="scan-voicemail",
            label="clean",
            sender="system",
            subjects=(
                "{Scan|Scanned document} from {MFP-2|the press room printer}",
                "{Message|Voicemail} from {$phone|unknown caller} ({0|1}:$num)",
                "{New|You have a new} voicemail",
                "{Scanned|Document} $date $time",
                "{Fax|Received fax} from $phone",
                "{Attached image|Image data}{ from copier|}",
                "{Missed call|Call missed} from $phone",
                "{Meeting room|Room} {booked|released}: {Blue|3.14}",
                "{Visitor|Your visitor} {has arrived|is at reception}: $me",
                "{Badge|Parking} {request|permit}{ approved|}",
            ),
            body=(
                (
                    (
                        "{Scanned|Sent} from {MFP-2|copier floor 1}. {Date|Scan date}: $date $time. {Resolution: "
                        "300 dpi.|Pages: $num.}"
                    ),
                    (
                        "You {have|received} a voice message from $phone. {Length|Duration}: $num seconds. {Dial "
                        "*98 from your desk phone to listen.|The recording is attached.}"
                    ),
                    "{Your visitor $me|$me} is waiting at {reception|the front desk}.",
                ),
            ),
            names=(
                "Scanner",
                "MFP",
                "Telephone system",
                "Reception",
                "Room booking",
            ),
            locals=(
                "scanner",
                "copier",
                "pbx",
                "reception",
                "noreply",
            ),
            link="file",
            layouts=(
                PLAIN,
                NOTICE,
            ),
            greetings=(),
            closings=(),
            files=(
                "pdf",
                "png",
                "",
            ),
        ),
        Kind(
            id="intranet-workflow",
            label="clean",
            sender="system",
            subjects=(
                "{Expense|Expense report} {$ref|for $month} {approved|returned|submitted}",
                "{Approval|Your approval} {needed|requested}: {purchase|travel} $ref",
                "{Travel|Trip} to $city: {request approved|please complete}",
                "{Wiki|Page} {updated|edited}: {Press contacts|Style guide}",
                "{Task|New task}: {call donors|proofread leaflet}",
                "{Timesheet|Your timesheet} {is missing|for week $num}",
                "{Contract|Invoice} $ref {waiting for you|booked}",
                "{Weekly|Monthly} report: {donations|web traffic}",
                "{Form|Contact form}: {new message|question from $friend}",
                "{Reminder|Overdue}: {training|inventory}",
            ),
            body=(
                (
                    (
                        "{Expense report|Request} $ref over $amount was {approved|sent back|submitted} by $friend. "
                        "{Comment: receipt for the taxi is missing.|It will be paid with the next run.}"
                    ),
                    (
                        '$friend {assigned|gave} you a task: "{Call back the donors from $city|Proofread the '
                        'leaflet}", due $soon.'
                    ),
                    "{Report|Summary} for $month: $num visits, $num gifts, {up|down} $percent.",
                ),
                ("{You get this mail because you follow this item.|}",),
            ),
            names=(
                "Workflow",
                "Intranet",
                "Expenses",
                "Wiki",
                "Donor database",
            ),
            calls=("{Open|View request|Go to task|Approve}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            files=(
                "",
                "xlsx",
            ),
            words={
                "friend": _PEOPLE,
            },
        ),
        Kind(
            id="bounce",
            label="clean",
            sender="system",
            subjects=(
                "{Undelivered Mail Returned to Sender|Undeliverable: {Minutes|Press list|Hello}}",
                "{Delivery Status Notification|Mail delivery} {(Failure)|failed}",
                "{Mail delivery failed|Mail System Error}: returning message to sender",
                "{Delivery|Message} {delayed|(Delay)}",
                "{failure notice|Returned mail: see transcript for details}",
                "{Undeliverable|Nicht zugestellt}: {Invitation|Re: draft}",
                "{Delivery|Your message} {has failed|could not be delivered}",
                "{Warning|DELAYED}: {message|mail} still in queue",
                "{Mailbox|Recipient's mailbox} full: {Re: budget|Re: call}",
                "{Read|Not read}: {Meeting notes|Invitation}",
            ),
            body=(
                (
                    (
                        "This is the mail system{ at host mail.$rdomain|}.{ I'm sorry to have to inform you that|} "
                        "your message could not be delivered to one or more recipients."
                    ),
                    (
                        "{The following address failed|Delivery to this address failed}: {550 5.1.1 user "
                        "unknown|552 5.2.2 mailbox full|451 4.7.1 try again later}."
                    ),
                ),
                (
                    (
                        "{Please check the address and send it again.|No further attempts will be made.|The mail "
                        "will be tried for $days more days.}"
                    ),
                ),
            ),
            names=(
                "Mail Delivery System",
                "Mail Delivery Subsystem",
                "Postmaster",
                "MAILER-DAEMON",
            ),
            locals=(
                "mailer-daemon",
                "postmaster",
                "MAILER-DAEMON",
            ),
            link="none",
            layouts=(BOUNCE,),
            greetings=(),
            closings=(),
            weight=2.0,
        ),
    ),
)
