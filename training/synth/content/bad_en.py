"""Bad mail in English: credential, payment, wallet and malware lures, extortion; and spam, prizes, advance fees."""

from training.synth.content.requests import ATTACKS
from training.synth.schema import ALL, BULK, FORWARD, IMAGE, MAILING, NOTICE, PERSONAL, PLAIN, REPLY, SIMPLE, Book, Kind

_ACCOUNTS = (
    Kind(
        id="password-expiry",
        label="malicious",
        sender="house",
        subjects=(
            "{Your |}password {for $email |}{expires|will expire} {today|in $hours hours|soon|on $soon}",
            "{Action required|Final notice|Attention}: {keep|change} your {current |}password{| - $email}",
            "[{Notice|Alert|$rdomain}] {Password|Access} {expiry|validity} {notification|report} $date",
            "$user, your {mail|webmail|office} password {needs your confirmation|is out of date}",
        ),
        body=(
            (
                (
                    "The password {of|for} {your mailbox|the account} $email {is set to expire|runs out} {in $hours "
                    "hours|today|on $soon}."
                ),
                (
                    "{Our records|The server} {show|shows} that {your sign-in for|the password of} $email was last "
                    "changed 90 days ago."
                ),
                (
                    "{This is an automated reminder|We are writing} {to tell you |}that access to $email ends "
                    "{today|on $soon}."
                ),
            ),
            (
                (
                    "{You can|It is possible to} {go on using|keep} the {same|current} password {with|by using} the "
                    "{link|button} below."
                ),
                (
                    "To {avoid|prevent} {being locked out|losing your messages}, {confirm|validate} the "
                    "{present|same} password now."
                ),
                (
                    "A new password is generated {at random |}{after|once} this {time|deadline} unless you "
                    "{confirm|keep} yours."
                ),
            ),
            (
                "",
                (
                    "{Mail|Messages} {sent to|for} you will be {refused|returned} {after|once} the password "
                    "{ends|has expired}."
                ),
                "{We are|The administrator is} not {liable|responsible} for {any |}{loss of data|messages lost}.",
            ),
        ),
        calls=(
            "Keep {my |current |same |}password",
            "{Confirm|Validate} password",
            "Continue {with same password|here}",
            "Sign in to keep",
        ),
        layouts=ALL,
        greetings=("{Hello|Hi|Dear} $user,", "Dear {user|colleague|$email},", "Attn: $email", ""),
        names=(
            "{$rdomain |}{Admin|Helpdesk|IT Support|Mail Server|Security Team}",
            "$rdomain",
            "{Webmail|Email} Administrator",
        ),
        files=("", "", "", "html"),
        weight=1.6,
    ),
    Kind(
        id="mailbox-quota",
        label="malicious",
        sender="house",
        subjects=(
            "{Your |}mailbox {is|almost} {full|9$num% full|out of space}{| - $email}",
            "{Storage|Quota} {warning|limit {reached|exceeded}}: {act now|incoming mail {on hold|blocked}}",
            "{Upgrade|Increase} {your |}{mail |}storage {today|before $soon}{ for $user|}",
            "($num) incoming {messages|emails} {pending|held} {for $email|}",
        ),
        body=(
            (
                "You have used {9$num%|4.9 GB of 5 GB|all} of the {storage|space} of $email.",
                (
                    "{Your|The} mailbox has {passed|exceeded} its {limit|quota} and {can no longer|may soon not} "
                    "{receive|send} mail."
                ),
                (
                    "$num {new |}messages {could not be|were not} delivered {to your inbox|} because {storage is "
                    "low|the mailbox is full}."
                ),
            ),
            (
                "{Claim|Get} {additional|25 GB of|more} space {free of charge|at no cost} {below|with one click}.",
                "{Sign in|Log in} to {release|read} {the waiting|pending} messages {and clean your mailbox|}.",
                (
                    "{Failure to do so|Ignoring this notice} {leads to|means} {deletion|closure} of {the|your} "
                    "mailbox within $hours hours."
                ),
            ),
        ),
        calls=(
            "{Increase|Upgrade} {storage|quota}",
            "{Release|View} {pending |}messages",
            "Clean up mailbox",
            "Add {25 GB|space} now",
        ),
        rows=(("Account", "$email"), ("Used", "9$num%"), ("Status", "{Critical|Almost full}")),
        layouts=(NOTICE, BULK, PERSONAL),
        weight=1.2,
    ),
    Kind(
        id="mail-deactivation",
        label="malicious",
        sender="house",
        subjects=(
            "{Deactivation|Termination|Closing} of {your mail account|$email} {in progress|requested}",
            "{Your request|Request} to {remove|close|delete} $email {has been received|is being processed}",
            "{Re-confirm|Verify} {ownership of |}$email {now|to avoid closure}",
            "{Version|Server} upgrade: {your mailbox|$email} {will be shut down|needs validation}",
        ),
        body=(
            (
                "We {got|received} {a|your} request to {delete|deactivate} {the mail account |}$email {on $date|}.",
                "{Older versions|All accounts on the old version} of webmail {close|will be closed} on $soon.",
                "{Two|$num} {unsuccessful|failed} {attempts|logins} caused a {hold|restriction} on $email.",
            ),
            (
                (
                    "If {this was a mistake|you did not ask for this}, {cancel|stop} {the request|it} "
                    "{immediately|within $hours hours}."
                ),
                "{Verify|Confirm} {that you still use the account|your mailbox} {below|here} {to stay active|}.",
            ),
            ("", "{All files and mail|Everything} will be {erased|lost} {for good|permanently} otherwise."),
        ),
        calls=(
            "Cancel {the |}request",
            "{Verify|Confirm} {my |}{account|mailbox}",
            "{I still use|Keep} this {account|mailbox}",
        ),
        layouts=ALL,
        weight=1.0,
    ),
    Kind(
        id="held-messages",
        label="malicious",
        sender="house",
        subjects=(
            "{Quarantine|Held messages} {report|digest} for $email - $date",
            "$num {undelivered|quarantined|blocked} {emails|messages} {need your review|await release}",
            "{Mail delivery|Message} failure: {sync|server} error {$ref|}",
            "{You have|$user has} $num {encrypted|secure|unread} {messages|documents}",
        ),
        body=(
            (
                (
                    "{The filter|The server|Mail protection} {stopped|held back} $num {important |}messages "
                    "{for|addressed to} $email."
                ),
                (
                    "{Due to|Because of} {a sync error|an unvalidated sign-in} {these|the following} messages were "
                    "not {placed|delivered} in {the|your} inbox."
                ),
            ),
            (
                "{Choose what to do|Review them} {below|in the portal}; they are {removed|deleted} after $days days.",
                "{Sign in with your mail password|Log in} to {release|deliver} {all of |}them.",
            ),
        ),
        calls=("Release {all|messages}", "{Review|View} {messages|quarantine}", "Deliver to inbox"),
        items=(
            "$file :: {from|sender} $role, $date",
            "{Payment advice|Purchase order|Contract} $ref :: {held|pending} since $date",
        ),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="account-suspended",
        label="malicious",
        sender="impostor",
        brands=("account", "pay", "shop", "market"),
        subjects=(
            "{Your |}$brand account {has been|was|is} {limited|suspended|locked|placed on hold}",
            "{Action required|Urgent|Important}: {verify|confirm|update} your $brand {account|details|information}",
            "{Unusual|Suspicious|Unrecognised} {activity|sign-in|login} {on|in} your {$brand |}account{| - $ref}",
            (
                "{Final|Last|Second} {notice|reminder|warning}: {your account|$brand access} {closes|ends} {on "
                "$soon|in $hours hours}"
            ),
            "We {could not|were unable to} {verify|confirm} your {$brand |}{identity|account|information}",
        ),
        body=(
            (
                (
                    "We {noticed|detected|found} {unusual|suspicious} activity {on|in} your $brand account {on "
                    "$date|recently}."
                ),
                (
                    "{For your protection|For security reasons}, {we have|our system has} {temporarily "
                    "|}{limited|restricted|locked} {access to |}your account."
                ),
                (
                    "{Some|Part} of {the|your} information {on file|in your profile} {is missing|seems out of "
                    "date|could not be confirmed}."
                ),
                (
                    "{Someone|An unknown device} {signed in|tried to sign in} from $city, $country ($device) {on "
                    "$date|at $time}."
                ),
            ),
            (
                (
                    "{Please |}{confirm|verify|update} your {identity|information|billing details} {within $hours "
                    "hours|by $soon} {to restore full access|}."
                ),
                (
                    "{To lift the limit|To continue}, {sign in|log in} {with|through} the {secure |}{link|button} "
                    "below and follow the steps."
                ),
                (
                    "{You will not|You won't} be able to {send or receive money|buy, sell or withdraw|use your "
                    "account} until {this is done|you verify}."
                ),
            ),
            (
                "",
                (
                    "{If we do not hear from you|Otherwise|Failing this} {your account|the profile} will be "
                    "{closed|deactivated|removed} {permanently|for good}."
                ),
                (
                    "{We are sorry for|We regret} the {trouble|inconvenience} and {thank you for|appreciate} your "
                    "{patience|understanding}."
                ),
            ),
        ),
        calls=(
            "{Verify|Confirm} {my |}{account|identity|information}",
            "{Restore|Unlock|Recover} {access|account}",
            "{Sign in|Log in} {now|here|securely}",
            "{Update|Review} {details|activity|now}",
        ),
        rows=(("{Case|Reference}", "$ref"), ("Date", "$date"), ("{IP|IP address}", "$ip")),
        greetings=(
            "Dear {customer|client|user|member|$email},",
            "Hello {$user|$email},",
            "Hi,",
            "Dear valued customer,",
            "",
        ),
        layouts=(*MAILING, PERSONAL),
        weight=2.4,
    ),
    Kind(
        id="new-signin",
        label="malicious",
        sender="impostor",
        brands=("account", "mailbox"),
        subjects=(
            "New sign-in to your {$brand |}account{| from $device}",
            "{Security|Sign-in} alert{ for $email|}",
            "{Was this you?|Did you just sign in?} $device, $city",
            "{Unrecognised device|New device} {added|signed in}: $device",
        ),
        body=(
            (
                (
                    "{Your|The} $brand account $email was {just |}{used|signed in to} {on|from} {a new |an "
                    "unrecognised |}$device."
                ),
                "We {noticed|saw} a new sign-in {to your account |}{near|from} $city, $country {on $date|at $time}.",
            ),
            (
                (
                    "{If this was you, you can ignore this message.|If it was you, there is nothing to do.} {If "
                    "not|Otherwise}, {secure your account|review it now}."
                ),
                "{Don't recognise this?|Not you?} {Check your recent activity|Change your password} {right away|now}.",
            ),
        ),
        calls=("{Check|Review} {recent |}activity", "{Secure|Protect} {my |}account", "No, it wasn't me"),
        rows=(("Device", "$device"), ("Place", "$city"), ("Time", "$date $time"), ("IP", "$ip")),
        layouts=(NOTICE,),
        twin=True,
    ),
    Kind(
        id="terms-update",
        label="malicious",
        sender="impostor",
        brands=("account", "mailbox", "bank"),
        subjects=(
            "{Updated|New} {terms|user agreement|privacy policy}: {accept|your confirmation needed}{| by $soon}",
            "{Accept|Agree to} {our |the }new {terms|conditions} {to keep using|or lose} {$brand|your account}",
            "{Important|Mandatory} {changes|update} {to|of} your $brand {agreement|account}",
        ),
        body=(
            (
                (
                    "{We have|$brand has} {changed|updated} the {terms of service|user agreement} {as of $date|for "
                    "all customers}."
                ),
                (
                    "{New rules|Recent regulation} {oblige|require} us to {renew|check} the {data|consent} of {every "
                    "customer|all users}."
                ),
            ),
            (
                "{Accounts|Users} that have not {accepted|agreed} by $soon {can no longer be used|will be limited}.",
                (
                    "{Sign in|Log in} and {accept|confirm} the {new terms|agreement} {to go on using|for continued "
                    "use of} {the service|$brand}."
                ),
            ),
        ),
        calls=("{Accept|Review and accept} {terms|agreement}", "Update my agreement", "{Sign in|Log in} to accept"),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="shared-document",
        label="malicious",
        sender="impostor",
        brands=("cloud", "office", "sign"),
        subjects=(
            '{$me|$role} shared {"$file"|a {file|document|folder}} with you',
            "{Completed|Please sign|Signature requested}: $file{.pdf|}",
            "{You have received|New} {a |}{secure|shared|confidential} {document|file}{: $file|}",
            "$brand: {$file is ready|{document|agreement} for your {review|signature}}",
        ),
        body=(
            (
                "$me {has |}{shared|sent you} {a|the following} {file|document} {with|using} $brand.",
                '{A document|"$file"} {was sent to you|awaits your {review|signature}} {via|through} $brand.',
            ),
            (
                (
                    "{Open|View} it {with your work account|after signing in with $email}{; the link {works|is "
                    "valid} for $hours hours|}."
                ),
                "{This link works only for|Only} $email{ can open it|}.",
                "{Please|Kindly} {review and sign|go through it} {before $soon|today} {and let me know|}.",
            ),
        ),
        calls=(
            "Open {document|file|in $brand}",
            "{Review|View} {document|file|completed document}",
            "{Sign|Review and sign} now",
        ),
        rows=(("File", "$file.pdf"), ("From", "$me"), ("{Expires|Valid until}", "$soon")),
        link="cloud",
        layouts=(NOTICE, PERSONAL),
        twin=True,
        weight=1.5,
    ),
    Kind(
        id="voicemail",
        label="malicious",
        sender="house",
        subjects=(
            "{New voicemail|Missed call|Voice message} from {+1 (8$num) 555-$card|$phone}{ ($num sec)|}",
            "{You have|($num)} {a |}new {voice message|voicemail}{: $date|}",
            "{VM|Audio|Phone} {message|recording} for $user{ - $time|}",
            "{Call|PBX} {recording|notification} $ref",
        ),
        body=(
            (
                "{A caller|$phone} left {you |}a {voice message|voicemail} {of 0:$num|on $date at $time}.",
                "{You missed|There was} a call {from $phone|} {to your extension|} {at $time|today}.",
            ),
            (
                (
                    "{Listen to|Play} {it|the recording} {online|with the attached player|below}; it is "
                    "{kept|stored} for $days days."
                ),
                "{Sign in|Log in} to your {mailbox|phone portal} to hear {the message|it}.",
            ),
        ),
        calls=("{Play|Listen to} {message|voicemail}", "Play audio"),
        rows=(("From", "$phone"), ("Received", "$date $time"), ("Length", "0:{12|27|41|55}")),
        files=("", "html", "html"),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="security-code",
        label="malicious",
        sender="impostor",
        brands=("account", "crypto", "bank"),
        subjects=(
            "{Your |}{$brand |}{verification|security} code: $code",
            "{Withdrawal|Transfer} request {of $amount|$ref}: code $code",
            "$code - {approve|stop} {your $brand transfer|this sign-in}",
        ),
        body=(
            (
                (
                    "{Use|Enter} $code to {approve|confirm} {the withdrawal of $amount|a new device|the change of "
                    "your phone number}."
                ),
                (
                    "{We got|There is} a request to {withdraw $amount from|move|sign in to} your $brand "
                    "{account|wallet}. {Code|The code is}: $code."
                ),
            ),
            (
                "{Not you?|If you did not ask for this}, {cancel it|stop the request} {at once|below} or call $phone.",
                (
                    "{If this was not you|Otherwise} {please |}{contact|ring} our {security desk|fraud team} on "
                    "$phone {right away|}."
                ),
            ),
        ),
        calls=("Cancel {request|withdrawal}", "This wasn't me", "{Secure|Freeze} account"),
        layouts=(NOTICE,),
    ),
)

_MONEY = (
    Kind(
        id="parcel-fee",
        label="malicious",
        sender="impostor",
        brands=("parcel", "post"),
        subjects=(
            "{Your |}{parcel|package|shipment} {$track |}{is on hold|could not be delivered|awaits payment|is waiting}",
            "{$brand|Delivery}: {customs|import|handling} {fee|charge} of $small {due|required}",
            "{Action needed|Last attempt|Final notice}: {confirm|reschedule} {your |}delivery{| $ref}",
            "{Missed delivery|Delivery failed|Incomplete address} - {$track|shipment $ref}",
            "($num) {package|parcel} {waiting|pending} for {you|$user}",
        ),
        body=(
            (
                (
                    "{Your|The} {parcel|package} $track {has arrived|is held} at {our|the} {depot|sorting centre} "
                    "{in $city|}."
                ),
                (
                    "{Our driver|The courier} {tried|was unable} to {deliver|hand over} {your|a} {package|parcel} "
                    "{on $date|today}."
                ),
                (
                    "{A shipment|An item} {addressed to you|for you} {could not be delivered|was stopped} because "
                    "{of an unpaid fee|the address is incomplete}."
                ),
            ),
            (
                "{Pay|Settle} the {remaining |}{fee|charge} of $small {to release it|so that we can deliver}.",
                "{Please |}{confirm|update} your address {and pay $small|} {within $hours hours|before $soon}.",
                (
                    "{Unclaimed|Unpaid} {parcels|items} {go back|are returned} to {the sender|origin} {after $days "
                    "days|on $soon}."
                ),
            ),
        ),
        calls=(
            "{Pay|Settle} {the |}{fee|$small}",
            "{Schedule|Confirm|Reschedule} {my |}delivery",
            "{Track|Release} {my |}{parcel|package}",
        ),
        rows=(
            ("{Tracking|Shipment} {number|no.}", "$track"),
            ("{Fee|Amount due}", "$small"),
            ("Status", "{On hold|Stopped}"),
        ),
        layouts=(*MAILING, PERSONAL),
        weight=2.0,
    ),
    Kind(
        id="parcel-notice",
        label="malicious",
        sender="impostor",
        brands=("parcel", "shop", "market"),
        subjects=(
            "Your {order|parcel} {$ref|$track} {is on its way|arrives {today|on $soon}|has shipped}",
            "{Delivery|Shipping} {update|confirmation}{: $track| $ref}",
            "{Choose|Change} your delivery {time|place}{| for $track}",
        ),
        body=(
            (
                "{Your|The} {order|parcel} $track {has left|was handed over at} {our warehouse|the depot in $city}.",
                (
                    "{Good news:|} {your|the} {shipment|package} {is|will be} {delivered|with you} {on $soon|today} "
                    "between 9:00 and 13:00."
                ),
            ),
            (
                "{Not at home?|Won't be in?} {Pick|Choose} another {day|place} {online|below}.",
                "{Follow|Track} it {here|with the link below}.",
            ),
        ),
        calls=("{Track|Follow} {parcel|order|delivery}", "Delivery options"),
        rows=(("Parcel", "$track"), ("Expected", "$soon")),
        layouts=(NOTICE, BULK),
        twin=True,
        weight=0.8,
    ),
    Kind(
        id="bank-alert",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "$brand {alert|security notice}: {unusual|large} {payment|transfer}{ of $amount|}",
            "{Your |}{card|debit card} {ending $card |}{has been|is} {blocked|suspended|deactivated}",
            "{Online|Mobile} banking: {confirm|re-activate} your {device|details|app}",
            "{Important|New} {message|notice} {from|about your account at} $brand",
            "{Payment|Transfer} of $amount {pending|on hold}: {approve or cancel|is this you?}",
        ),
        body=(
            (
                (
                    "{A payment|A transfer} of $amount to {an unknown account|$me} {is waiting|was started} {on "
                    "$date|at $time}."
                ),
                (
                    "{We have|$brand has} {blocked|paused} your card ending $card {after|because of} {unusual "
                    "use|several failed attempts}."
                ),
                (
                    "{Your|The} {registration|access} for {online|mobile} banking {expires|ends} {on $soon|in $hours "
                    "hours}."
                ),
            ),
            (
                "{If you do not recognise it|If this was not you}, {cancel|stop} {it|the payment} {below|immediately}.",
                (
                    "{Confirm|Update} your {details|phone number} {to go on using|and reactivate} {your card|online "
                    "banking}."
                ),
                "{Sign in|Log on} {securely |}and {follow the steps|confirm your device}.",
            ),
            ("", "{This protects|We do this to protect} {you|your money} {from fraud|}."),
        ),
        calls=(
            "{Cancel|Stop} {payment|transfer}",
            "{Reactivate|Unblock} {card|access}",
            "{Log on|Sign in} to {online banking|$brand}",
        ),
        rows=(("Amount", "$amount"), ("Payee", "$me"), ("Card", "**** $card")),
        layouts=(*MAILING, PERSONAL),
        weight=1.8,
    ),
    Kind(
        id="bank-statement",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "Your {$month |}{statement|e-statement} is {ready|available}",
            "{New document|Statement} in your {$brand |}{inbox|online banking}",
            "{Payment received|Deposit}: $amount",
        ),
        body=(
            (
                "Your {statement|account summary} for {the account|card} ending $card is {ready|available} {online|}.",
                "{A new|One} {document|message} {is waiting|was placed} in your {online banking|$brand} inbox.",
            ),
            (
                "{Sign in|Log on} to {read|view|download} it.",
                "{You can|Please} view it {at any time|} {online|in the app}.",
            ),
        ),
        calls=("View {statement|document}", "{Sign in|Log on}"),
        layouts=(NOTICE,),
        twin=True,
        weight=0.5,
    ),
    Kind(
        id="invoice",
        label="malicious",
        sender="impostor",
        brands=("invoice", "pay", "sign", "office"),
        subjects=(
            "{Invoice|Bill} $ref {from $org|is due|attached|for $amount}",
            "{Overdue|Unpaid|Outstanding} {invoice|balance}{| $ref}{ - $amount|}",
            "{Remittance|Payment} {advice|confirmation|copy} {$ref|$date}",
            "{Purchase order|PO|Quotation request} {#$ref|from $me}",
        ),
        body=(
            (
                "{Please find|Attached is} {the|your} invoice $ref {over|of} $amount{, due $soon|}.",
                "{Our records show|It seems} that invoice $ref ($amount) {is still open|has not been paid}.",
                (
                    "{We have made|Our bank has released} the payment of $amount {today|on $date}; {the advice "
                    "is|details are} {attached|below}."
                ),
            ),
            (
                "{View|Open} {it|the document} {online|below} {to check|for} the {details|bank data}.",
                "{Please |Kindly }{settle|arrange payment} {by $soon|today} {to avoid late fees|}.",
            ),
        ),
        calls=("{View|Open|Download} {invoice|document|PDF}", "{Review|Pay} invoice"),
        rows=(("Invoice", "$ref"), ("Amount", "$amount"), ("Due", "$soon")),
        files=("", "html", "zip", "pdf", "pdf"),
        layouts=(NOTICE, PERSONAL, PLAIN),
        twin=True,
        weight=1.3,
    ),
    Kind(
        id="changed-bank-details",
        label="malicious",
        sender="stranger",
        link="reply",
        subjects=(
            "{Change of|New|Updated} {bank|payment} details{ for $org|}",
            "{Payroll|Salary|Direct deposit} {update|change}",
            "{Are you available|Quick request|Quick task}{?|}",
            "{Outstanding|Pending} {payment|wire} {to vendor|today}",
        ),
        body=(
            (
                (
                    "{Our bank account|The account you used} is {under audit|being closed}; {please |}{send|make} "
                    "{all|the next} {payments|transfer} to the {new|other} one."
                ),
                (
                    "I {have changed|moved to another} bank and {would like|want} my {salary|pay} to go there {from "
                    "this month|before the next payroll}."
                ),
                (
                    "{Are you at your desk?|Are you free?} I need {a payment|a transfer} {done|sent} {today|before "
                    "noon} and I am in {a meeting|conference}."
                ),
                (
                    "I need {some|$num} gift cards {for clients|for staff|as a surprise}; {can you|could you} {buy "
                    "them|get them} {today|now} and send me the codes?"
                ),
            ),
            (
                (
                    "{Let me know|Tell me} {what you need|how soon you can do it}. {Please keep this between us.|I "
                    "cannot take calls.|}"
                ),
                "{Reply here|Just answer this mail}, {I can't talk|no calls please}{, sent from my phone|}.",
            ),
        ),
        layouts=(PLAIN, PERSONAL, REPLY),
        weight=0.9,
    ),
    Kind(
        id="tax-refund",
        label="malicious",
        sender="impostor",
        brands=("tax", "state"),
        subjects=(
            "{Tax|Income tax} {refund|rebate} {of $amount |}{available|approved|{waiting|due} to you}",
            "$brand: {you are eligible for|claim} {a |your |}{refund|payment} of $amount",
            "{Outstanding|Unpaid} tax {notice|$ref}: {respond|act} by $soon",
            "{Your|New} {benefit|statement} {is ready|needs confirmation}{| - $brand}",
        ),
        body=(
            (
                (
                    "{After|Following} {the last|our annual} {review|calculation} {you are owed|we owe you} {a "
                    "refund of |}$amount."
                ),
                "{Our records show|You have} {an unpaid|an open} {balance|amount} of $amount {for $year|}.",
                "Your {yearly|new} statement {is available|can be downloaded} {for|until} $days days.",
            ),
            (
                (
                    "{Submit|Complete} the {form|request} {by $soon|online} {to receive it|so that we can pay it "
                    "out} {to your card|}."
                ),
                "{Failure to respond|No answer} {may lead to|means} {penalties|a fine|legal steps}.",
            ),
        ),
        calls=("{Claim|Request} {my |}refund", "{View|Download} {statement|notice}", "Pay {now|online}"),
        rows=(("Reference", "$ref"), ("Amount", "$amount"), ("Tax year", "$year")),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="toll-fine",
        label="malicious",
        sender="impostor",
        brands=("toll", "fine"),
        subjects=(
            "{Unpaid|Outstanding} {toll|road} {balance|charge|invoice}{: $small| $ref}",
            "{Traffic|Parking} {fine|penalty} {$ref|notice}: {pay|respond} {by|before} $soon",
            "{Final|Last} {reminder|notice}: your {vehicle|licence} {fee|charge} {is overdue|remains unpaid}",
            "{Vehicle|Licence} {tax|renewal} {failed|payment declined}",
        ),
        body=(
            (
                "{A trip|Your journey} on $date {left|has} an unpaid {toll|charge} of $small.",
                "{Our cameras|We} recorded {a violation|an offence} {with your vehicle|} on $date{ at $time|}.",
                "The {latest|last} {payment|direct debit} for your vehicle {failed|was declined}.",
            ),
            (
                (
                    "{Pay|Settle} {by $soon|within $hours hours} to avoid {a late fee of $amount|suspension of your "
                    "licence|court}."
                ),
                "{Unpaid|Ignored} {charges|fines} are {passed on|reported} {to a collector|} {and doubled|}.",
            ),
        ),
        calls=("Pay {now|$small|fine}", "{View|Settle} {notice|charge}"),
        rows=(("Notice", "$ref"), ("Date", "$date"), ("Due", "$small")),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="streaming-payment",
        label="malicious",
        sender="impostor",
        brands=("streaming",),
        subjects=(
            "{Your |}{$brand |}{membership|subscription} {has expired|is on hold|ends today}",
            "{Payment|Billing} {failed|declined|problem}: {update|check} your {card|payment} details",
            "{We couldn't|Unable to} {process|collect} your {last |}payment{| - $brand}",
            "{Last chance|Today only}: extend {$brand |}{free for 90 days|for $small}",
        ),
        body=(
            (
                "{We were unable|We tried and failed} to {collect|process} {the|your} {monthly |}payment for $brand.",
                (
                    "Your {subscription|membership} {ended|was paused} {on $date|today} because {the payment|your "
                    "card} {failed|was declined}."
                ),
                (
                    "{As a thank-you|As part of our loyalty programme}, you {can extend|may extend} {it|your "
                    "subscription} {for 90 days|} {for free|for $small}."
                ),
            ),
            (
                "{Update|Check} your {payment details|card} {to keep watching|within $hours hours}.",
                "{We will try again|Access ends} {on $soon|in $hours hours}{; no action means cancellation|}.",
            ),
        ),
        calls=("{Update|Check} {payment|account|card}", "{Restart|Renew|Extend} {membership|subscription|for free}"),
        layouts=MAILING,
        twin=False,
        weight=1.2,
    ),
    Kind(
        id="payment-failed",
        label="malicious",
        sender="impostor",
        brands=("streaming", "software", "web", "telecom"),
        subjects=(
            "Your payment {was declined|did not go through}",
            "{Please update|Update} your {payment|billing} {method|information}{| for $brand}",
            "{Problem|Trouble} with your {latest |}{bill|payment}",
        ),
        body=(
            (
                "We had {trouble|a problem} {with|charging} your {card|payment method} for {your plan|$product}.",
                "Your last payment of $amount did not go through.",
            ),
            (
                "{Please|You can} update {it|your payment method} {in your account|below}.",
                "We will {try|charge it} again {on $soon|in $num days}.",
            ),
        ),
        calls=("Update payment {method|details}", "Go to billing"),
        layouts=(NOTICE, BULK),
        twin=True,
        weight=0.7,
    ),
    Kind(
        id="antivirus-renewal",
        label="malicious",
        sender="impostor",
        brands=("antivirus", "vpn"),
        link="phone",
        subjects=(
            "{Order|Invoice|Receipt} {$ref|confirmation}: $brand {renewal|protection} $amount",
            "{Thank you for|Your} {renewing|renewal of} $brand{ 360|}",
            "{Auto-renewal|Subscription} {charged|completed}: $amount",
            "{Payment|Transaction} {receipt|ID} $ref",
        ),
        body=(
            (
                (
                    "{Your|The} {yearly|three-year} plan for $brand {was|has been} renewed and $amount {was|will be} "
                    "{charged to|taken from} your {card|account}."
                ),
                (
                    "{Thank you for your order|We confirm your purchase} of $brand. {The amount|A charge} of $amount "
                    "{shows on your statement|is due} {within $hours hours|}."
                ),
            ),
            (
                (
                    "{If you did not authorise this|To cancel and get a refund|For questions}, {call|contact} {our "
                    "billing desk|us} {at|on} $phone {within $hours hours|}."
                ),
                "{Changed your mind?|Not you?} {Ring|Call} $phone {toll free |}{to stop the charge|for a refund}.",
            ),
        ),
        rows=(("Product", "$brand"), ("Order", "$ref"), ("Total", "$amount"), ("{Support|Helpline}", "$phone")),
        files=("", "pdf", "pdf"),
        layouts=(NOTICE, PLAIN, PERSONAL),
        weight=1.2,
    ),
    Kind(
        id="fake-order",
        label="malicious",
        sender="impostor",
        brands=("pay", "market", "crypto"),
        link="phone",
        subjects=(
            "{You sent|Your payment of} $amount {to $me|is complete}",
            "{Order|Purchase} {confirmed|received}: $product{ ($amount)|}",
            "{Receipt|Invoice} for your {order|payment} $order",
        ),
        body=(
            (
                "You {sent|authorised} {a payment of |}$amount {to $me|for $product}. {It may take a while to show.|}",
                "{Thanks for|We got} your order of {one|a} $product{ to be sent to $city|}. {Total|Charged}: $amount.",
            ),
            (
                (
                    "{Did not make this purchase?|Not you?|To dispute it}, {call|phone} {us |support |}{at|on} "
                    "$phone {now|within $hours hours}."
                ),
                "{Cancellations|Refunds} are {only |}{handled|possible} by phone: $phone.",
            ),
        ),
        rows=(("Order", "$order"), ("Item", "$product"), ("Total", "$amount"), ("Helpdesk", "$phone")),
        layouts=(NOTICE, PERSONAL, PLAIN),
    ),
    Kind(
        id="domain-renewal",
        label="malicious",
        sender="impostor",
        brands=("domain", "web"),
        subjects=(
            "{Your |}domain {$rdomain |}{expires|will be suspended|is about to lapse} {today|on $soon|in $days days}",
            "{Renewal|Payment} {failed|required} for {$rdomain|your hosting}",
            "{Final|Last} {notice|warning}: {website|domain} {deletion|suspension} {scheduled|$soon}",
        ),
        body=(
            (
                (
                    "The {domain|hosting} {$rdomain|of your site} {ends|expires} {on $soon|today} and {could not "
                    "be|was not} renewed."
                ),
                "{Your|The last} {payment|invoice} for $rdomain {was refused|remains open}.",
            ),
            (
                "{Renew|Pay $small} {now|within $hours hours} {or lose|to keep} {your site and mail|the name}.",
                "{After that|Otherwise} {mail and website|all services} {stop|will be switched off}.",
            ),
        ),
        calls=("Renew {now|domain}", "{Pay|Check} invoice", "Manage {domain|renewal}"),
        rows=(("Domain", "$rdomain"), ("Amount", "$small"), ("Expiry", "$soon")),
        layouts=(NOTICE, PERSONAL),
    ),
)

_OTHER_ATTACKS = (
    Kind(
        id="wallet",
        label="malicious",
        sender="impostor",
        brands=("wallet", "crypto"),
        subjects=(
            "{Verify|Validate|Synchronise} your {$brand |}wallet {by $soon|now|to avoid suspension}",
            "{Mandatory|Important|Security} {update|upgrade|notice}{ for $brand users|: $brand}",
            "{Your|The} $brand {device|wallet|assets} {may be at risk|needs an update|will be restricted}",
            "{KYC|Data|Firmware} {update|breach|check}: {what you must do|action required}",
        ),
        body=(
            (
                (
                    "{A weakness|A breach} {was found|occurred} that {may expose|could expose} {recovery phrases|the "
                    "assets} of {some|$brand} {users|wallets}."
                ),
                (
                    "{New rules|Regulation} {require|oblige} every wallet {holder|owner} to {confirm|validate} {the "
                    "wallet|their identity} {by $soon|}."
                ),
                "{Unverified|Inactive} wallets will be {suspended|restricted} {on $soon|from $date}.",
            ),
            (
                (
                    "{Connect|Validate} your wallet {with|by entering} {your recovery phrase|the secret words} {on "
                    "our secure page|below}."
                ),
                "{Install|Download} the latest version {of the app |}and {restore|import} your wallet {to stay safe|}.",
            ),
        ),
        calls=(
            "{Verify|Validate|Connect} {my |}wallet",
            "{Update|Upgrade} {now|firmware|device}",
            "Secure {assets|my crypto}",
        ),
        layouts=(NOTICE, BULK),
        weight=1.4,
    ),
    Kind(
        id="airdrop",
        label="malicious",
        sender="impostor",
        brands=("crypto",),
        subjects=(
            "{Claim|Get} your {free |}{$coin|$brand} {airdrop|allocation|reward}{| - $ref}",
            "{You are|Your wallet is} eligible: {$num,000|$num.$num} $coin {waiting|reserved}",
            "{Official|Exclusive}: {$coin|token} {distribution|giveaway} {ends|closes} {on $soon|tonight}",
            "{Double|Boost} your $coin {with $brand|today}",
        ),
        body=(
            (
                "{We are happy to|Today we} {announce|open} the {community|holder} {airdrop|distribution} of $coin.",
                (
                    "{Your|This} address is {registered|selected} for {the|our} {reward programme|allocation} "
                    "{worth|of} $amount."
                ),
            ),
            (
                (
                    "{Connect your wallet|Register} {before $soon|within $hours hours} to {receive|claim} {your "
                    "share|the tokens}."
                ),
                "{Holders|Early users} receive {up to 30% more|a bonus of $percent}. {Places are limited.|}",
            ),
        ),
        calls=("Claim {now|my $coin|tokens|reward}", "{Connect|Link} wallet", "Join the {drop|programme}"),
        layouts=(BULK, NOTICE, IMAGE),
        weight=1.2,
    ),
    Kind(
        id="sextortion",
        label="malicious",
        sender="extorter",
        link="none",
        subjects=(
            "{I know|Your} {what you did|password: $ref|secret}",
            "{You have been|Your device was} {hacked|recorded|compromised}",
            "{Payment from|Business proposal for|Last warning to} {your account|you|$user}",
            "{Read|Open} this {immediately|before it is too late}{, $user|}",
        ),
        body=(
            (
                (
                    "{I have|Some weeks ago I gained} {full |}access to your {devices|computer and phone} and "
                    "{watched|followed} {what you do|you} {for months|}."
                ),
                (
                    "{Your system|Your device} was infected {with my trojan|} when you visited {an adult "
                    "site|certain pages}."
                ),
                "As you can see, I wrote to you from your own {address|mailbox}. {That means I control it.|}",
            ),
            (
                (
                    "I {recorded|made} a {video|clip} {with your camera |}{that you would not want others to "
                    "see|while you were enjoying yourself}."
                ),
                "{All|The} {your contacts|chats and passwords} {are|were} copied to my server.",
            ),
            (
                "{Transfer|Send} $amount in Bitcoin to {this|my} wallet: $wallet",
                "You have {48|50|72} hours to pay {$amount|the price} {in Bitcoin|} here: $wallet",
            ),
            (
                (
                    "{After payment I delete everything.|Once paid, I vanish.} {Do not|Don't} {reply|go to the "
                    "police|share this}: {it makes no sense|I will know}."
                ),
                "If not, {your family, friends and colleagues|everybody you know} will {see|get} {it|the video}.",
            ),
        ),
        layouts=(PLAIN, "bare_html", "gmail_compose", IMAGE),
        greetings=("{Hello|Hi}{ there|}{!|,}", "", "$user,"),
        closings=("",),
        weight=1.3,
    ),
    Kind(
        id="copyright-notice",
        label="malicious",
        sender="impostor",
        brands=("social", "ads"),
        subjects=(
            "{Copyright|Trademark|Policy} {infringement|violation} {on your page|reported|$ref}",
            (
                "Your {$brand |}{page|account|ad account} {will be|is} {disabled|removed|restricted} {in $hours "
                "hours|on $soon}"
            ),
            "{Appeal|Respond} {now|within $hours hours}: case $ref",
            "{Verified badge|Blue badge}: {your request|you are eligible}",
        ),
        body=(
            (
                (
                    "{We received|There is} {a report|a complaint} that {a post|content} on your {page|account} "
                    "{infringes|breaks} {the rights of others|our rules}."
                ),
                "Your {page|profile} {meets|fulfils} the {conditions|criteria} for the {verified |blue |}badge.",
            ),
            (
                (
                    "{If you think this is a mistake|If you disagree}, {file|send} an {appeal|objection} {within "
                    "$hours hours|below}."
                ),
                "{Otherwise|Without an answer} {the page|your account} will be {removed|deleted} {permanently|}.",
                "{Complete|Fill in} the form {with your account details|} {to continue|}.",
            ),
        ),
        calls=("{Appeal|Object} {now|here}", "Go to {form|appeal}", "{Confirm|Verify} account"),
        rows=(("Case", "$ref"), ("Date", "$date")),
        link="cloud",
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="hr-payroll",
        label="malicious",
        sender="house",
        subjects=(
            "{HR|Payroll}: {$month |}{salary|bonus|benefits} {review|statement|update}",
            "{Updated|New} {employee handbook|leave policy|remote work policy} {- please sign|$year}",
            "{Your|$user:} {pay slip|appraisal|time sheet} {is ready|needs approval}",
            "{Mandatory|Required}: {acknowledge|complete} {the policy|your form} by $soon",
        ),
        body=(
            (
                (
                    "{Please|All staff must} {read|review} {and sign |}the {new|updated} {policy|document} {by "
                    "$soon|today}."
                ),
                "{Your|The} {salary adjustment|bonus letter|pay slip} for $month {is available|has been issued}.",
            ),
            (
                "{Use|Sign in with} your {work|mail} account to {open|see} it.",
                "{Scan the code with your phone|Open the attachment} {to continue|and sign in}.",
            ),
        ),
        calls=("{Open|View} {document|letter}", "{Acknowledge|Sign} {policy|now}"),
        files=("", "html", "pdf", "docx"),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="malware-attachment",
        label="malicious",
        sender="stranger",
        link="file",
        subjects=(
            "{RFQ|Request for quotation|New order|Purchase order} {$ref|$date|- urgent}",
            "{Shipping|Import} documents {BL|AWB} $ref",
            "{Bank|Swift|TT} {copy|advice} {$amount|$ref}",
            "{Court|Legal} {notice|summons} $ref",
        ),
        body=(
            (
                (
                    "{Please|Kindly} {find|see} {attached|enclosed} {our|the} {order|documents|payment copy} {and "
                    "confirm|for your reference}."
                ),
                (
                    "{Attached is|See attached} {the|a} {list|contract|copy} {you asked for|as discussed}. {The "
                    "password is $card.|}"
                ),
            ),
            (
                "{Send|Give} us your best {price|offer} {and delivery time|}.",
                "{Kindly|Please} confirm {receipt|bank data} {by return|today}.",
                "",
            ),
        ),
        files=("zip", "zip", "html", "docx", "xlsx"),
        layouts=SIMPLE,
    ),
    Kind(
        id="hijacked-thread",
        label="malicious",
        sender="stranger",
        link="cloud",
        subjects=(
            "{$file|Minutes|Figures|Next steps|Budget}",
            "{Our|Your} {meeting|call|question} {on $weekday|}",
            "{Documents|Contract} {for review|$date}",
        ),
        body=(
            (
                "{As promised|As discussed}, {here is|I put} the {document|file} {you need|online}.",
                "{Sorry for the delay|Please see below}, {the|our} {updated |}{figures|files} are {here|ready}.",
            ),
            (
                "{Open it with your mail account|You need to sign in}{, the link expires soon|}.",
                "{Tell me|Let me know} {what you think|if it works}.",
            ),
        ),
        calls=("{Open|View} {document|file}", "$file.pdf"),
        layouts=(REPLY, FORWARD),
        weight=0.7,
    ),
    Kind(
        id="crypto-investment",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Make|Earn} $amount a {day|week} {with|from} {Bitcoin|crypto trading}",
            "{Why|How} {ordinary people|$city residents} {get rich|quit work} with {this app|$coin}",
            "{Your|New} {trading|investment} account {is ready|was approved}: {balance|deposit} $amount",
            "{Passive income|AI trading|Quantum system}: {join free|limited seats|start today}",
        ),
        body=(
            (
                (
                    "{A new|This} {system|trading robot} {makes|earns} its users $amount {a day|every week} {without "
                    "any work|}."
                ),
                "{Famous investors|Banks} {do not want|hate} you to know {this|about it}.",
            ),
            (
                "{Deposit|Start with} {only |}$amount and {watch|see} {your money|it} grow {by $percent a week|}.",
                "{Seats|Places} are {limited|nearly gone}: {join|register} {today|now}.",
            ),
        ),
        calls=("{Start|Join|Register} {now|free|today}", "Watch the video", "{Open|Activate} my account"),
        layouts=(*MAILING, PERSONAL),
    ),
)

_SPAM = (
    Kind(
        id="prize",
        label="unwanted",
        sender="peddler",
        brands=("prize", "shop"),
        subjects=(
            (
                "{Congratulations|Congrats|You won}{!|,} {a |your |}{$brand |}$prize {is waiting|is yours|has been "
                "reserved}"
            ),
            "{You have been|$user, you were} {selected|chosen} {to receive|for} {a |our }{free |}$prize",
            "{Answer|Complete} {a|our} short survey {and get|for} {a |your |}{$brand |}$prize",
            "{Last|Final|2nd} {attempt|notice|reminder} {for $user|}: {your|unclaimed} $prize",
            "$brand {surprise|reward|loyalty programme}: {open|claim} {now|before $soon}",
        ),
        body=(
            (
                (
                    "{You have been|You are one of $num people} {chosen|selected} {to take part in|for} our {loyalty "
                    "programme|$brand survey} {for free|}."
                ),
                (
                    "{Congratulations!|Great news!} {Your|This} {name|address} was drawn {for|to win} {a brand "
                    "new|a} $prize."
                ),
                "{Tell us|Share} what you think of $brand and {receive|get} {a |}$prize {worth $amount|} {as thanks|}.",
            ),
            (
                "{It takes|The survey takes} {only |}{30 seconds|a minute}. {You pay only shipping of $small.|}",
                "{Claim|Confirm} {it|your address} {today|before $soon}: {stock is limited|only $num left}.",
            ),
        ),
        calls=(
            "{Claim|Get|Confirm} {it |yours |}{now|today|here}",
            "Start {survey|now}",
            "{Yes|OK}, I want it",
            "Last chance!",
        ),
        layouts=(*MAILING,),
        weight=2.6,
    ),
    Kind(
        id="lottery",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Congratulations|CONGRATULATIONS} {you won|winner}{!|} {$big|ref $ref}",
            "{Winning|Award|Final} {notification|notice} {$ref|$year}",
            "{Re: |}{Unclaimed|Your} {prize|winnings} of $big",
            "{Donation|Grant} of $big {to you|for you and charity}",
        ),
        body=(
            (
                (
                    "{Your|This} {e-mail address|address} {has won|was drawn for} {the sum of |}$big in {our|the} "
                    "{international |}{promotion|lottery} of $year."
                ),
                (
                    "{I am|My name is} $me, {winner of|I won} {a|the} {great |}{jackpot|lottery}; I {decided|chose} "
                    "to {give|donate} $big to {$num|ten} {lucky people|strangers}, and you are one."
                ),
            ),
            (
                "{Send|Forward} {your|us} full name, address, {age|occupation} and phone number {to claim|}.",
                "{Contact|Write to} {our agent|me} {for|to begin} the {payment|claim} {quoting $ref|}.",
            ),
        ),
        layouts=SIMPLE,
        greetings=("Dear {winner|friend|beneficiary|lucky winner},", "{Hello|Attention},", ""),
        weight=1.0,
    ),
    Kind(
        id="inheritance",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Dear friend|My dear|Hello dear|Greetings}{ in the Lord|}",
            "{Your|Urgent|Awaiting your} {reply|response|attention} {needed|please|}",
            "{Inheritance|Next of kin|Estate of the late $me}",
            "{Charity|Donation|God's} {project|work}{ with you|}",
            "{Mutual|Confidential} {proposal|business}{ of $big|}",
        ),
        body=(
            (
                "{I am|My name is} {Mrs.|Mr.|Barrister|Dr.} $me, {a widow|a banker|a lawyer} {from|in} $country.",
                (
                    "{Permit|Allow} me to {introduce myself|contact you in this way}: I am $me{, an account "
                    "officer|, personal lawyer of a late client|}."
                ),
            ),
            (
                (
                    "{I suffer|My doctor says I suffer} from {cancer|a long illness} and {will not live long|have "
                    "few months left}; my late husband left {the sum of |}$big."
                ),
                (
                    "A {foreign |late }customer {died|passed away} {with his family |}and left $big {in our bank|} "
                    "with no {heir|next of kin}."
                ),
                (
                    "{I want|I seek} {an honest person|a partner} to {receive|move} $big {out of this country|for "
                    "investment|for the poor}."
                ),
            ),
            (
                (
                    "{You will|You shall} {keep|have} $percent {for yourself|of the total} {and the rest goes to "
                    "orphans|}."
                ),
                "{The deal|This} is {without risk|legal and safe}; {keep it secret|treat it as confidential}.",
            ),
            (
                (
                    "{Reply|Write back} {with|and send} your full name, {address|country} and phone {so we can "
                    "begin|for more details}."
                ),
                "{I wait for|I await} your {urgent |kind |}{reply|answer}{ to my private address|}.",
            ),
        ),
        layouts=SIMPLE,
        greetings=("{Dear|Hello} {friend|beloved|beloved in Christ|sir/madam},", "Greetings,", "{Good day|Attention},"),
        closings=("{Yours|Yours faithfully|God bless you},", "{Best|Warm} regards,", "Sincerely,"),
        weight=2.0,
    ),
    Kind(
        id="compensation-fund",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Your|Re: Your} {compensation|contract|ATM card} {payment|fund} of $big",
            "{United Nations|World bank|Treasury} {payment|compensation} {file|notice} $ref",
            "{ATTENTION|Attn}: {fund owner|beneficiary|victim of fraud}",
            "{Release|Approval} of your {overdue |}{fund|payment}",
        ),
        body=(
            (
                (
                    "{We write to inform you|This is to tell you} that your {compensation|overdue payment} of $big "
                    "{is approved|has been released}."
                ),
                "{Your|The} {consignment|ATM card} worth $big {arrived|is} at {the airport of $city|our office}.",
            ),
            (
                "{You only pay|The only cost is} the {delivery|stamp|insurance} {fee|charge} of $amount.",
                "{Reconfirm|Send} your name, address, phone {and a copy of your passport|and occupation} {to $me|}.",
            ),
        ),
        layouts=SIMPLE,
        greetings=("{Attention|Dear} {beneficiary|fund owner|sir/madam},", "Attention please,"),
    ),
    Kind(
        id="business-proposal",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Business|Investment|Partnership} {proposal|opportunity|offer}",
            "{Loan|Funding|Project finance} {for you|available}{ at 2%|}",
            "{Supply|Gold|Crude oil} {contract|deal} {- reply|in $country}",
        ),
        body=(
            (
                "{We|Our investors} {are looking for|seek} {projects|partners} to {fund|invest in}{ up to $big|}.",
                (
                    "{I have|There is} a {lucrative|profitable} {deal|supply contract} {of|worth} $big {with|for} a "
                    "company in $country."
                ),
            ),
            (
                "{If you are interested|For details}, {reply|answer} {to this mail|with your phone number}.",
                "{Kindly|Please} {answer|get back to me} {soon|today}.",
            ),
        ),
        layouts=SIMPLE,
    ),
    Kind(
        id="loan",
        label="unwanted",
        sender="peddler",
        link="call",
        subjects=(
            "{Need|Do you need} {a |}{quick |urgent |}loan{?|? Apply today}",
            "{Loans|Personal loans|Credit} {from|up to} {$amount to $big|$big} {at 2%|within minutes}",
            "{You are|$user,} {pre-approved|approved} for {a |your |}{credit card|loan}{ of $amount|}",
            "{Bad credit?|No credit check:} {money|cash} {today|in 24 hours}",
        ),
        body=(
            (
                (
                    "{We|Our company} {offer|give out} {business and personal |}loans {from $amount to $big |}at "
                    "{2%|3%} {interest|a year}."
                ),
                "{Get|Request} up to $amount {within|in} {minutes|a day}{, even with bad credit|}.",
            ),
            (
                "{Apply|Contact us} {today|now}{: name, amount, phone|}.",
                "{No fees|No papers|No questions}, {fast|same-day} {transfer|decision}.",
            ),
        ),
        calls=("{Apply|Request} {now|here|today}", "{Get|See} my {offer|money}"),
        layouts=(*MAILING, *SIMPLE),
    ),
    Kind(
        id="dating",
        label="unwanted",
        sender="stranger",
        link="call",
        subjects=(
            "{Hi|Hello|Hey} {dear|handsome|there}{, I am $mefirst|}",
            "{I|Someone} {liked|saw} your {photo|profile}{| in $city}",
            "{$num|New} {women|singles} {near you|in $city} {want to meet|wait for you}",
            "{Can we|Let's} {talk|be friends|meet}{?| tonight?}",
            "{You have|($num)} {a |}new {message|private photo} from $mefirst",
        ),
        body=(
            (
                (
                    "{My name is|I am} $mefirst{, 2$num years old|}, {single|alone} and {looking for|I want} {a "
                    "serious man|love|someone kind}."
                ),
                (
                    "{I found|I came across} your {address|profile} {by chance|} and {felt|think} {you are "
                    "interesting|we could be friends}."
                ),
                "$num {women|girls} {near you|in $city} {looked at|liked} your profile {today|}.",
            ),
            (
                "{Write|Answer} me {and I send|for} {my photos|more pictures}.",
                "{See|Look at} {my photos|my private page} {here|below}{, it is free|}.",
            ),
        ),
        calls=("{See|View} {my |}{photos|profile}", "{Chat|Meet} {now|me}", "{Read|Open} message"),
        layouts=(PLAIN, PERSONAL, BULK, IMAGE),
        weight=1.2,
    ),
    Kind(
        id="job-offer",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Work|Job} from home: $amount {a week|per day}",
            "{Part-time|Remote|Easy} {job|position} {for you|available|- no experience}",
            "{We saw|Your} {CV|resume}: {interview|offer} {today|inside}",
            "{Personal assistant|Mystery shopper|Payment agent} {needed|wanted}",
        ),
        body=(
            (
                (
                    "{We offer|There is} {a|an} {easy|flexible} {job|position} from home, {2|3} hours a day, $amount "
                    "{a week|weekly}."
                ),
                "{Our company|We} {needs|need} {agents|assistants} to {receive|forward} {payments|parcels}.",
            ),
            (
                "{No experience|No skills} {needed|required}; {training|start} {is free|at once}.",
                "{Send|Message us} your name, age and {WhatsApp|Telegram} number {to start|}.",
            ),
        ),
        layouts=SIMPLE,
    ),
    Kind(
        id="seo-web",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Re: |}{Website|Site} {errors|redesign|traffic}{ - $rdomain|}",
            "{First page|#1} on Google {for $rdomain|guaranteed}",
            "{Guest post|Link|Backlink} {request|price list|offer}",
            "{Mobile app|Logo|Web} {development|design} {at low cost|quote}",
        ),
        body=(
            (
                (
                    "{I was on|I looked at} your {website|site} and {found|noticed} {some errors|that it does not "
                    "rank} {in Google|}."
                ),
                (
                    "We are a {leading|small} {team|agency} of {designers|SEO experts|developers} {in India|with ten "
                    "years' experience}."
                ),
            ),
            (
                "{Can I|May I} send you {a quote|our price list|a free audit}?",
                "{Reply|Answer} with your {phone number|requirements} {and I call you|for a proposal}.",
            ),
        ),
        layouts=SIMPLE,
    ),
    Kind(
        id="lead-list",
        label="unwanted",
        sender="peddler",
        link="reply",
        subjects=(
            "{Attendee|Email|Contact} list {of $city expo|$year|for sale}",
            "{Million|$num,000} {verified |}{business |}contacts",
            "{Mass mailing|Bulk email} {service|software} {offer|discount}",
        ),
        body=(
            (
                (
                    "{Would you like|Are you interested in} {the|a} {list|database} of {visitors|decision "
                    "makers|companies} {of $year|}?"
                ),
                "{We send|Our service sends} your {offer|message} to {a million|$num00,000} {addresses|inboxes}.",
            ),
            ("{Tell us|Let me know} {your target|which industry} and {we send|I send} {price and counts|a sample}.",),
        ),
        layouts=SIMPLE,
    ),
    Kind(
        id="health",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Doctors|Experts} {hate|are shocked by} this {trick|fruit|habit}",
            "{Lose|Drop} $num {pounds|kg} {in a week|before summer} {without diet|}",
            "{CBD|Keto} {gummies|drops}: {free bottle|$percent off}",
            "{Say goodbye to|End} {joint pain|tinnitus|toenail fungus|diabetes|hair loss}",
            "{Cheap|Best} {pills|meds} {online|without prescription}",
        ),
        body=(
            (
                "{This|One} {simple |weird |}{trick|recipe|drink} {melts|burns} fat {overnight|while you sleep}.",
                (
                    "{A retired|An old} {doctor|surgeon} {revealed|shares} {how to|a way to} {end|beat} {pain|high "
                    "sugar} {in $num days|at home}."
                ),
                (
                    "{Order|Get} {brand|generic} {pills|medicine} {$percent cheaper|at best prices}, {no "
                    "prescription|discreet parcel}."
                ),
            ),
            (
                "{Watch|See} the {video|story} {before it is removed|}.",
                "{Free bottle|Discount} {while stock lasts|today only}.",
            ),
        ),
        calls=("{Watch|See} {video|how|more}", "{Order|Shop|Try} {now|it}", "Get my {bottle|discount}"),
        layouts=(*MAILING, PERSONAL),
        weight=1.3,
    ),
    Kind(
        id="gadget",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{This|New} {heater|gadget|cleaner|mini camera|booster} {sells out|everyone wants}",
            "{$percent off|Half price}: {smart watch|drone|portable AC|knife}",
            "{Cut|Slash} your {power|heating} bill {by $percent|with this plug}",
            "{Military|Engineers'} {torch|invention} now {legal|for everyone}",
        ),
        body=(
            (
                "{This|A} {tiny|new} {device|gadget} {cuts|halves} your {bill|costs} {at once|from day one}.",
                "{Why is|See why} {everybody|all of $city} {buying|talking about} {this|the new} {$product|gadget}?",
            ),
            (
                "{Order|Buy} {today|now} with $percent off{: only $num left|}.",
                "{Money-back guarantee|Free shipping} {today|}.",
            ),
        ),
        calls=("{Order|Buy|Get} {now|yours|it with $percent off}", "Check availability"),
        layouts=MAILING,
    ),
    Kind(
        id="insurance-quote",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Car|Life|Home|Health} insurance {from $small|cheaper by $percent}",
            "{Seniors|Homeowners|Drivers}: {new|$year} {benefit|programme}{ in $city|}",
            "{Solar|Windows|Gutters|Roof}: {see if you qualify|free quote}",
            "{Your|Free} {quote|estimate} {is ready|$ref}",
        ),
        body=(
            (
                (
                    "{Drivers|Homeowners|People} {born|living} {before 1975|in $city} {can|may} {save|get} $amount "
                    "{a year|}."
                ),
                "{A new|This} {programme|rule} {pays|helps} {people|homeowners} {who ask in time|}.",
            ),
            (
                "{Check|See} {if you qualify|your rate} {in one minute|}.",
                "{Compare|Answer three questions} {for free|}.",
            ),
        ),
        calls=("{Check|See|Compare} {now|rates|if I qualify}", "Get {my |a free |}quote"),
        layouts=(*MAILING, PERSONAL),
    ),
    Kind(
        id="casino",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{$percent|100%|200%} {welcome |}bonus + {50|100|300} free spins",
            "{Your|Claim} {free spins|casino bonus|VIP pass} {inside|tonight}",
            "{Jackpot|Lucky hour}: {play|win} {today|big}",
            "{No deposit|Free} {bonus|chips} {for $user|of $amount}",
        ),
        body=(
            (
                (
                    "{Join|Register at} {our|the best} {online |}casino and {get|take} {a |}{100%|200%|$percent} "
                    "bonus {up to $amount|} {plus|and} 100 free spins."
                ),
                "{Tonight|Today} {your|a} {lucky day|bonus} {waits|is loaded}: {no deposit|play at once}.",
            ),
            ("{Play|Spin} {now|before midnight}. {18+|Terms apply.|}", "{Withdraw|Get paid} {in minutes|at once}."),
        ),
        calls=("{Play|Spin|Join} now", "{Claim|Get} {bonus|spins}", "Register"),
        layouts=MAILING,
    ),
    Kind(
        id="vpn-antivirus-ad",
        label="unwanted",
        sender="peddler",
        brands=("antivirus", "vpn"),
        subjects=(
            "{Your|Warning:} {PC|device|computer} {may be infected|is at risk|is unprotected}",
            "{Save|Up to} $percent {off |on }$brand {today|}",
            "{Protection|$brand} {expired|ends today}: {renew|scan} now",
            "{($num)|$num} viruses {found|detected}{ on $device|}",
        ),
        body=(
            (
                (
                    "{Your protection|$brand} {ran out|expired} {on $date|today}; {your device|photos and passwords} "
                    "{may be|are} {at risk|open}."
                ),
                "{Get|Take} $brand {with|at} $percent off {today only|}.",
            ),
            ("{Renew|Scan} {now|today} {to stay safe|}.", "{Offer|Discount} ends {tonight|in $hours hours}."),
        ),
        calls=("{Renew|Scan|Protect} {now|my device}", "Get $percent off"),
        layouts=MAILING,
    ),
    Kind(
        id="diploma-luxury",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Replica|Luxury} {watches|bags} {from $amount|sale}",
            "{Degree|Diploma} {without exams|in $num weeks}",
            "{Factory|Wholesale} {prices|offer} from {China|our factory}",
        ),
        body=(
            (
                "{Top|Best} {quality|copies} of {famous|Swiss} {watches|brands} {from $amount|}.",
                "{We are|I am} {a manufacturer|sales manager} of {LED lights|packaging|machines|clothing} {in China|}.",
            ),
            ("{Look at|See} our {catalogue|shop}.", "{Ask for|Get} {prices|a sample} {today|}."),
        ),
        calls=("{See|Open} {catalogue|shop}", "Shop now"),
        layouts=(*MAILING, *SIMPLE),
        weight=0.7,
    ),
    Kind(
        id="unsubscribe-bait",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Confirm|Please confirm} {your |}{unsubscribe|removal} {request|} {$email|}",
            "{Do you|You still} want {our|these} {emails|messages}?",
            "{Subscription|Request} {confirmed|$ref}",
        ),
        body=(
            (
                "{We received|There is} a request to {remove|unsubscribe} $email{ from our lists|}.",
                "{Thanks for|You confirmed} your {subscription|order} {of $product|}.",
            ),
            ("{Click|Press} {below|yes} {to stop|to confirm}.", "{If not you|To cancel}, {answer|click} {here|below}."),
        ),
        calls=("{Yes|Confirm} {unsubscribe|me}", "Unsubscribe me!"),
        layouts=(NOTICE, IMAGE),
        weight=0.8,
    ),
)

BOOK = Book(lang="en", kinds=(*ATTACKS["en"], *_ACCOUNTS, *_MONEY, *_OTHER_ATTACKS, *_SPAM))
