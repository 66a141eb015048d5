"""Benign mail in English, part one: mailings of campaigns, newsrooms, NGOs and think tanks."""

from __future__ import annotations

from training.synth.schema import (
    BULK,
    DIGEST,
    IMAGE,
    LIST,
    NOTICE,
    PERSONAL,
    PLAIN,
    Book,
    Kind,
)

_GIFTS = (
    "$$5",
    "$$10",
    "$$25",
    "$$15",
    "$$3",
    "£10",
    "€20",
    "$$7",
    "$$50",
)
_CAUSES = (
    "clean rivers",
    "affordable rent",
    "fair wages",
    "safe streets",
    "public transport",
    "open schools",
    "health care for all",
    "press freedom",
    "voting rights",
    "childcare that families can pay for",
    "local hospitals",
    "the right to know",
)
_PLACES = (
    "the old market hall",
    "the community centre on Mill Lane",
    "the town library",
    "the union house",
    "our field office",
    "the school gym",
    "the park pavilion",
    "an online call",
)
_NGOWORK = (
    "legal aid for families",
    "school meals",
    "rescue at sea",
    "winter shelters",
    "a hotline for journalists under threat",
    "tree planting in dry towns",
    "mobile clinics",
    "safe houses",
)

BOOK = Book(
    lang="en",
    kinds=(
        Kind(
            id="fundraising-deadline",
            label="clean",
            sender="org",
            subjects=(
                "{URGENT: |}{midnight|tonight's|the end-of-$month} deadline",
                "{We're|We are} {short|falling behind|not there yet}",
                "$first, {can I count on you?|will you chip in?|this is it}",
                "LAST CHANCE before {midnight|our books close}",
                "{only|just} $hours hours left",
                "{the numbers came in|bad numbers|these numbers worry me}",
                "{final notice|last call}: $month goal",
                "I'll be {blunt|honest}, $first",
                "{$small|five dollars} before midnight?",
                "{no|zero} {gifts|donations} from $city {yet|so far}",
            ),
            body=(
                (
                    (
                        "{Our|The} $month fundraising deadline is {$hours hours away|at midnight tonight}, and "
                        "{right now we are|we're still} $percent short of what we {need|planned for}."
                    ),
                    (
                        "I just {got off the phone with|sat down with} our {finance|field} team. We will have to "
                        "make {hard|painful} cuts if we miss {this|tonight's} goal."
                    ),
                    (
                        "{This is the|You are reading the} most important email {I will send|we'll send} this "
                        "month, so I will be {brief|quick}."
                    ),
                ),
                (
                    (
                        "{They|Our opponents} have {big donors|corporate money|a super PAC}. We have {you|people "
                        "like you}. The average gift to this campaign is $small, and it is what pays for "
                        "{organizers|door knockers|ads in $city}."
                    ),
                    (
                        "Every public deadline is a test: reporters and opponents look at {the total|our filing} "
                        "and decide whether we are {serious|for real} about $cause."
                    ),
                    (
                        "If everybody who {opens|reads} this gave {just|only} $small, we would be done in {an "
                        "hour|ten minutes}. But most people won't, so I have to {ask you|turn to you}."
                    ),
                ),
                (
                    (
                        "{Can you|Will you|Please,} {rush|chip in|pitch in with|give} $small {or more |}RIGHT NOW "
                        "to help us {close the gap|reach our goal} before {midnight|it is too late}?"
                    ),
                    (
                        "$first, our records show you haven't {given|made a gift} {yet |}this {month|quarter}. "
                        "{Will you change that today?|Can you be one of the $num people from $city we still need?}"
                    ),
                    (
                        "Give $small. Give $amount. Or forward this to {a friend|someone who cares}. But please do "
                        "it {today|before the clock runs out}."
                    ),
                ),
                (
                    "{Thank you|Thanks for being in this fight}, and {sorry for the short notice|talk soon}.",
                    "",
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{DONATE NOW|Chip in $small|Donate $small >>|RUSH A GIFT|Give before midnight}",
                "{Express donate: |}$small",
                "Another amount",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "small": _GIFTS,
                "cause": _CAUSES,
            },
            weight=2.0,
        ),
        Kind(
            id="match-offer",
            label="clean",
            sender="org",
            subjects=(
                "{2X|3X|5X} MATCH {active|unlocked|until midnight}",
                "$first, your gift {DOUBLES|counts twice} today",
                "{A donor|One generous family} will match {every|each} gift",
                "{Every dollar|Each euro} becomes {two|three}",
                "your match {status|offer}: {PENDING|not yet used}",
                "{don't|do not} let $amount in matching money {go|slip away}",
                "{expires|ends} {tonight|at midnight}: triple match",
                "a {deal|bargain} for democracy",
                "Match extended {$hours hours|to $weekday}",
                "{Reserved for|Set aside for} {you|$first $last}",
            ),
            body=(
                (
                    (
                        "A group of {supporters|board members|long-time donors} has agreed to match {all online "
                        "gifts|every donation} {dollar for dollar |}until {midnight|$weekday evening}, up to "
                        "$amount."
                    ),
                    (
                        "{Great|Exciting} news: every gift to $org made before {midnight|$soon} will be "
                        "{doubled|tripled} by a {challenge fund|foundation that believes in $cause}."
                    ),
                ),
                (
                    (
                        "That means your $small becomes {more than twice|twice} as much for {our work on |}$cause. "
                        "But {the offer ends|once the clock strikes 12:00, the offer ends} and unclaimed money "
                        "goes {back|away}."
                    ),
                    (
                        "{So far|As of this morning} we have used $percent of the match. If it isn't used up by "
                        "the deadline, we lose {the rest|it}."
                    ),
                ),
                (
                    (
                        "{Activate your match|Double your impact|Claim your match} {now|today} - it takes {less "
                        "than|under} a minute."
                    ),
                    (
                        "Please {don't wait|act now}: matching offers are rare and this one {expires|runs out} "
                        "{soon|tonight}."
                    ),
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{DOUBLE MY GIFT|Activate my match|Match $small now}",
                "{Give $small, becomes more|Yes, match me}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "small": _GIFTS,
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="fundraising-plea",
            label="clean",
            sender="org",
            subjects=(
                "I'm not going to sugarcoat this",
                "{please|PLEASE} read {before|until the end}",
                "{heartbroken|stunned|speechless}",
                "did you see {this|what they said}?",
                "{sorry to bother you|I hate asking} on a $weekday, $first",
                "{worried|a quick note from the road}",
                "{tied|TIED} in the new poll",
                "they just spent $amount against us",
                "re: {yesterday|our goal|the debate}",
                "{not what I hoped|this is hard to write}",
                "$percent.",
                "hey, {$first|it's $mefirst}",
            ),
            body=(
                (
                    (
                        "{I|$first, I} don't usually write {this late|at this hour}, but {what happened today|the "
                        "ad they put on air in $city} {made me angry|made me sit down and type}."
                    ),
                    (
                        "{A new poll shows|The latest poll has} this race {tied|within one point}. {Tied.|Let that "
                        "sink in.} That is {terrifying and thrilling|the closest it has ever been}."
                    ),
                    (
                        "When I was {nine|fourteen}, my mother {worked nights|cleaned offices in $city}. We could "
                        "not {pay the rent and|afford} {medicine|heat} in the same month. That is why {I run|I am "
                        "in this}."
                    ),
                ),
                (
                    (
                        "{Outside groups|Dark money groups} have booked $amount of {attack ads|TV time}. They "
                        "{twist my record|lie} about $cause, because they {cannot win on ideas|are scared of what "
                        "we've built}."
                    ),
                    (
                        "We answer {every lie|each attack} the same way: with {$num thousand|thousands of} small "
                        "gifts and neighbors who {knock on doors|talk to neighbors}."
                    ),
                ),
                (
                    (
                        "Can you {spare|add} $small {today|right away} so that we can {fight back|stay on "
                        "air|answer} before {$weekday|it's too late}?"
                    ),
                    (
                        "{I'm asking for|All I ask is} $small. If you can't {right now|this week}, {I "
                        "understand|no hard feelings}: just hit reply and tell me what you {think|worry about}."
                    ),
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Chip in|Pitch in|Fight back} {$small|now}",
                "{Stand with us|Help us answer}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                PERSONAL,
            ),
            closings=(
                "With gratitude,",
                "Onward,",
                "In solidarity,",
                "",
            ),
            words={
                "small": _GIFTS,
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="donor-survey",
            label="clean",
            sender="org",
            subjects=(
                "{Your opinion|Your answer} {is needed|is missing}, $first",
                "SURVEY: {what matters to you|top issues}?",
                "{ACTION REQUIRED|Response needed}: member survey",
                "You've been {selected|chosen} to represent $city",
                "{3|5} questions, {two minutes|one minute}",
                "{Official|Annual} supporter poll $year",
                "$first, {approve|yes or no}?",
                "{we haven't heard from you|Still open}: your survey",
                "{Help us set|Vote on} our priorities",
                "Record of response: {NONE|incomplete}",
            ),
            body=(
                (
                    (
                        "You are one of $num supporters in {your area|$city} we have {asked|selected} to answer "
                        "our {annual|strategy} survey. {Your response is due by|Please answer before} $soon."
                    ),
                    (
                        "Before we print a single leaflet, we {want|need} to know what matters to {you|people in "
                        "$city}: $cause? {Jobs?|Prices?|Housing?}"
                    ),
                    (
                        "{Our records show|It looks like} your survey is still {incomplete|unanswered}. We can "
                        "only {count|include} answers that arrive by {midnight|$weekday}."
                    ),
                ),
                (
                    (
                        "It takes {two minutes|90 seconds}. {Answers are read by our policy team.|We publish the "
                        "result for all supporters.|Your answers are confidential.}"
                    ),
                    "{Question 1|First question}: which issue is most {urgent|important} for your family?",
                ),
            ),
            calls=(
                "{Take the survey|Start the survey|Answer now|Complete my survey}",
                "{YES|NO|Not sure}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="petition",
            label="clean",
            sender="org",
            subjects=(
                "{Sign|Add your name}: {protect|save} $cause",
                "$first, {have you signed?|your name is missing}",
                "{$num thousand|Thousands of} signatures by $weekday",
                "{STOP|Say no to} this law",
                "{Tell|Demand that} parliament {acts|listens}",
                "{We're|We are} almost there: {one|a} signature {missing|to go}",
                "{emergency|urgent} petition",
                "{they vote|the vote is} in $hours hours",
                "{Sign before $weekday|Before it's too late}",
                "{Thank you for signing|You signed}: one more thing",
            ),
            body=(
                (
                    (
                        "{Next $weekday|In $days days}, {lawmakers|the city council|parliament} will vote on a "
                        "bill that would {cut|gut} funding for $cause. We {cannot|must not} let it happen "
                        "{quietly|in silence}."
                    ),
                    (
                        "{More than|Over} $num thousand people have {signed|put their names to} our call on {the "
                        "government|the minister} to protect $cause. {Have you?|We need $num more.}"
                    ),
                ),
                (
                    (
                        "Add your name {now|today}; we will hand {over the list|the signatures} to the "
                        "{speaker|committee} {on $soon|in public}."
                    ),
                    (
                        "{It takes 30 seconds.|No account needed.} After signing, please {share|pass on} the page "
                        "with {three friends|your family}."
                    ),
                ),
            ),
            calls=(
                "{SIGN NOW|Add my name|Sign the petition}",
                "{Count me in|I agree - sign}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="event-invite",
            label="clean",
            sender="org",
            subjects=(
                "{You're invited|Invitation}: {town hall|evening talk|house party} in $city",
                "{Join us|See you} on $weekday at $time?",
                "RSVP: {rally|meet and greet} with $me",
                "{Save the date|Mark your calendar}: $soon",
                "{Doors open|We start} at $time",
                "Will you be {there|in $city on $weekday}?",
                "{Last|A few} seats for $soon",
                "{Meet|Come and meet} the candidate",
                "{Free tickets|Your ticket} for $weekday",
                "{Panel|Debate|Workshop}: $cause",
            ),
            body=(
                (
                    (
                        "We would be {glad|delighted} to see you at {our|the} {town hall|open evening|panel} on "
                        "$cause, on {$weekday, |}$soon at $time in $place."
                    ),
                    (
                        "$me {is coming|will be coming} to $city! Join us on $soon at $place, {bring a friend|and "
                        "bring questions}."
                    ),
                ),
                (
                    (
                        "{Entry is free|Admission is free}, but places are limited; please {register|let us know} "
                        "by $weekday{ so that we can plan chairs|}."
                    ),
                    (
                        "{Doors open half an hour before.|There will be coffee and cake.|The venue is step-free, "
                        "sign language is available on request.}"
                    ),
                    "{Can't make it? A recording will be online afterwards.|You can also follow the stream.}",
                ),
            ),
            calls=(
                "{RSVP|Register|Reserve my seat|I'll be there}",
                "{Add to calendar|Get directions}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PERSONAL,
                PLAIN,
            ),
            rows=(
                ("When", "{$weekday, |}$soon, $time"),
                ("Where", "$place"),
            ),
            words={
                "cause": _CAUSES,
                "place": _PLACES,
            },
        ),
        Kind(
            id="volunteer-call",
            label="clean",
            sender="org",
            subjects=(
                "{Can you|Will you} knock {doors|on doors} {this weekend|on $weekday}?",
                "{Shifts|Phone bank shifts} {open|still open} in $city",
                "$first, we need {$num|a few more} volunteers",
                "{Phone bank|Text bank} {tonight|on $weekday}, $time",
                "your {neighbors|neighborhood} {need|needs} you",
                "{No experience|No experience? No problem}",
                "{GOTV|Get out the vote} weekend",
                "{Training|Volunteer training} on $weekday",
                "{3|Two} hours that {win|decide} elections",
                "{Thank you|Great shift}! {What's next|Next one}?",
            ),
            body=(
                (
                    (
                        "Elections are won by {conversations|neighbors talking to neighbors}. We still have $num "
                        "open shifts in $city, and {every one counts|you would be perfect}."
                    ),
                    (
                        "{This weekend|On $weekday} our team will be {calling voters|knocking on doors|handing out "
                        "leaflets} near $place. Can you join for {two|three} hours?"
                    ),
                ),
                (
                    (
                        "We {train|show} you, give you a script and {snacks|company}. {You only need a phone and a "
                        "laptop.|Comfortable shoes help.}"
                    ),
                    "Pick a shift that suits you: {morning, noon or evening|$time, or any other}.",
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Sign up for a shift|I'm in|Pick a shift}",
                "{Find a shift near $city|See all events}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                PERSONAL,
            ),
            words={
                "place": _PLACES,
            },
        ),
        Kind(
            id="campaign-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{This week|The week} {on the trail|in the campaign}",
                "{Newsletter|Update}: {$month|$weekday}",
                "{What we|All we} did in $month",
                "{5|Five} things to know {this week|today}",
                "{News from|A letter from} $city",
                "{SO much going on|Quick update}!",
                "{ICYMI|In case you missed it}: $cause",
                "{New ad|New plan|Our plan} for $cause",
                "{Feedback|Photos} from $city",
                "$org {weekly|in $month}",
            ),
            body=(
                (
                    (
                        "{What a week.|Another busy week!|It has been a long month.} Here is {what|some of what} "
                        "we {have been up to|did}, and what comes next."
                    ),
                    "{Here's|This is} our $month update from $city.",
                ),
                (
                    (
                        "{On $weekday|Last week} we {presented|published} our plan for $cause. {The Herald called "
                        "it bold.|You can read all of it online.|We wrote it with nurses, teachers and bus "
                        "drivers.}"
                    ),
                    (
                        "We opened {a new office|our $num new offices} in $city, and {more than|over} $num people "
                        "came {in the rain|on a work night}."
                    ),
                    (
                        "{Our|The} bill on $cause passed its {first|second} reading. {It is not the end, but it is "
                        "a start.|Now the hard part begins.}"
                    ),
                ),
                (
                    (
                        "{Next week|Coming up}: $weekday {town hall|canvass} in $city, $time. {Come along.|Bring a "
                        "friend.}"
                    ),
                    "",
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Read more|Read the plan|Watch the video|Chip in}",
                "{See all events|Share}",
            ),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(
                "Dear friends,",
                "Friends,",
                "Hi $first,",
                "",
            ),
            items=(
                "New office in $city :: {Thanks to everyone who painted walls.|Visit us, the coffee is on.}",
                "Our plan for $cause :: {Read the short version.|What it costs and who pays.}",
                "Volunteer of the month :: {Meet $me from $city.|$num doors in one day.}",
                "In the press :: {The Herald on our tour.|Interview about $cause.}",
                "Events :: {Town hall on $weekday, $time.|Canvass on $soon.}",
                "Shop :: {New shirts and mugs.|Yard signs are back.}",
                "By the numbers :: {$num towns, $days days.|$percent of gifts are under $small.}",
            ),
            words={
                "small": _GIFTS,
                "cause": _CAUSES,
            },
            weight=2.0,
        ),
        Kind(
            id="merch",
            label="clean",
            sender="org",
            subjects=(
                "{New|NEW} {shirts|mugs|totes} in the shop",
                "{$percent off|Sale on} campaign {gear|merch}",
                "{Get|Grab} your {sticker|yard sign}",
                "Free sticker{, $first| inside| for you}",
                "{Restocked|Back in stock}: the {hoodie|cap}",
                "{Order by $weekday|Last day} for delivery before {the debate|the holidays}",
                "{Vote|Help us pick}: which {design|shirt}?",
                "Wear it {loud|proud}",
                "{Union made|Made here}, {printed|sewn} in $city",
                "{Limited|Limited edition} poster",
            ),
            body=(
                (
                    (
                        "{They're here|They are back}: {T-shirts|mugs|tote bags}, union made{ and printed in "
                        "$city|}. Every order {counts as a donation to|supports} $org."
                    ),
                    (
                        "Claim your FREE {sticker|button} - we {cover|pay} the postage. {While supplies last.|One "
                        "per household.}"
                    ),
                ),
                (
                    "{Use code|With code} TEAM{10|15|20} you save {on your first order|until $weekday}.",
                    "",
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Shop now|Get yours|Claim my sticker}",
                "{T-shirts|Mugs|All items}",
            ),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
        ),
        Kind(
            id="contest",
            label="clean",
            sender="org",
            subjects=(
                "{Win|Enter to win} {dinner|coffee|two tickets} with $me",
                "{You|You and a guest} in the front row?",
                "{Contest|Contest ends $weekday}: meet {the candidate|$me}",
                "{Flights and hotel|Travel} on us, $first",
                "{Don't|Do not} throw away your {chance|shot}",
                "{Last call|Closing soon}: debate tickets",
                "{Pack|Start packing} your bag",
                "{One|Just one} click to enter",
                "{Are you free|Busy} on $soon?",
                "{We'd|We would} love to {host you|fly you in}",
            ),
            body=(
                (
                    (
                        "{Want to|Would you like to} {see|watch} the {debate|premiere|concert} with {us|$me}? We "
                        "will {fly|bring} one {supporter|winner} and a guest to $city on $soon{, hotel included|}."
                    ),
                    (
                        "Chip in any amount {before|by} $weekday and you are automatically entered to {win|have} "
                        "{dinner|a coffee} with $me."
                    ),
                ),
                (
                    (
                        "No purchase, payment or contribution is necessary to enter or win. {Contributing will not "
                        "improve your chances.|See the official rules.} Void where prohibited."
                    ),
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{ENTER NOW|Enter to win|Count me in}",
                "Official rules",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
            ),
        ),
        Kind(
            id="poll-memo",
            label="clean",
            sender="org",
            subjects=(
                "MEMO: {path to victory|state of the race}",
                "{New poll|Fresh numbers} {from|in} $city",
                "{Internal|Confidential} {numbers|memo} for {you|supporters}",
                "{State of the race|Where we stand}, $days days out",
                "sharing {over |}the {latest|new} numbers",
                "{Up|Down} $percent",
                "{What the polls|What pundits} {miss|don't say}",
                "{From|A note from} our campaign manager",
                "{Our|The} {budget|plan} for {$month|the last $days days}",
                "{Straight|Honest} talk about {money|the map}",
            ),
            body=(
                (
                    (
                        "TO: {Supporters|Interested parties} / FROM: $me, {campaign manager|data director} / RE: "
                        "{state of the race|the road ahead}"
                    ),
                    (
                        "I {want|owe you} {to open the books|to be transparent} about where {this race|we} "
                        "{stands|stand}, $days days before the vote."
                    ),
                ),
                (
                    (
                        "{We are|Our average puts us} at $percent, {within the margin|up from last month}. {To "
                        "stay on schedule|To fund the plan} we have to raise $amount by $soon."
                    ),
                    (
                        "Three things must happen: more {doors|calls}, more {ads in $city|organizers}, and "
                        "{steady|early} money. {The third depends on you.|That is the plan.}"
                    ),
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Help fund the plan|Invest now|Read the memo}",
                "{Donate|Chip in $small}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                PERSONAL,
            ),
            greetings=(),
            words={
                "small": _GIFTS,
            },
        ),
        Kind(
            id="welcome-signup",
            label="clean",
            sender="org",
            subjects=(
                "Welcome to {the team|$org}{, $first|}",
                "{Thanks|Thank you} for {signing up|joining}",
                "{Good to have you|You're in}!",
                "{Confirm|Please confirm} your {subscription|email address}",
                "{You have been|You're now} subscribed to our {newsletter|updates}",
                "{First|One of our first} {steps|emails to you}",
                "{Hi|Hello}, I'm $mefirst",
                "{Welcome|A warm welcome}! {Here's|This is} what happens next",
                "{One|Just one more} click {to go|needed}",
                "{Your|About your} {registration|sign-up}",
            ),
            body=(
                (
                    (
                        "{Thank you for|Thanks for} {signing up|adding your name}! You will {hear from us|get our "
                        "newsletter} {about once a week|when there is news}; you can {leave|unsubscribe} at any "
                        "time."
                    ),
                    (
                        "You (or somebody with this address) asked to receive {news from $org|our newsletter}. "
                        "Please {confirm|click to confirm} that {it was you|$email is yours}. {If it wasn't, "
                        "ignore this mail and nothing will happen.|The link is valid for $hours hours.}"
                    ),
                ),
                (
                    "{A few things first|While you are here}: {follow us|tell a friend|read why we started}.",
                    "",
                ),
            ),
            calls=(
                "{Confirm my subscription|Yes, subscribe me|Get started}",
                "{Update my preferences|Tell us about you}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="get-out-the-vote",
            label="clean",
            sender="org",
            subjects=(
                "{Polls|Polling places} {close|open} at $time",
                "{Have you|Did you} {voted|vote} yet, $first?",
                "{Your|Find your} polling place",
                "{Deadline|DEADLINE}: register to vote by $weekday",
                "{TODAY|Today} is {election day|the day}",
                "{Make a plan|Your plan} to vote",
                "{Request|Return} your mail ballot {now|by $soon}",
                "{Bring|Remember} {ID|a photo ID}",
                "{VOTE|VOTE VOTE VOTE}",
                "{Stay in line|If you're in line, stay in line}",
            ),
            body=(
                (
                    (
                        "{Polls are open until|You can vote until} $time {today|on $weekday}. {If you are in line "
                        "by then, you may vote.|Bring a photo ID.}"
                    ),
                    (
                        "The deadline to {register|request a mail ballot} is $soon. Check that your registration "
                        "is {still |}active - {it takes a minute|voters are sometimes removed by mistake}."
                    ),
                ),
                (
                    (
                        "{We never ask for your ID number by mail.|Official information is on your election "
                        "office's site.|Questions? Call our voter hotline on $phone.}"
                    ),
                    "Then {call|text} three friends and ask for their plan.",
                ),
            ),
            names=(
                "$me",
                "$org",
                "Team $mefirst",
                "$mefirst, $org",
                "$org HQ",
                "$me for Congress",
                "$me, $role",
                "$org",
                "$org Headquarters",
            ),
            calls=(
                "{Find your polling place|Check my registration|Make my plan}",
                "{Voter hotline|Get a ride}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="ngo-appeal",
            label="clean",
            sender="org",
            subjects=(
                "{Your|A} gift {of $small|today} {saves lives|makes the difference}",
                "{Before the year ends|Only $days days left in $year}",
                "{Winter is coming|Cold nights ahead}: {help now|please help}",
                "{This is|Meet} Amina{, who walked for $days days|}",
                "$first, {will you help?|can you help tonight?}",
                "{Giving Tuesday|GivingTuesday} is {here|today}",
                "{Tax-deductible|Last day for tax-deductible} gifts",
                "{Thank you|Because of you} - {and one request|families ate today}",
                "$small = {10 warm meals|one blanket|a day of clean water}",
                "{Renew|Please renew} your support",
            ),
            body=(
                (
                    (
                        "{Right now|Tonight}, families in $country {sleep|are} without {heating|a roof}. Our teams "
                        "provide $work, {and they are running out of supplies|but the need grows by the hour}."
                    ),
                    (
                        "{When the water came|When she fled}, {Amina|Leila|Marta}{ took her children and|} {left "
                        "everything|lost her house}. Today she {is safe|sleeps in a warm room}, thanks to people "
                        "like you."
                    ),
                    (
                        "The year is almost over. {Until|Gifts made by} 31 December {you can still|are} {give and "
                        "deduct it from your taxes|tax-deductible}."
                    ),
                ),
                (
                    (
                        "With $small you {provide|pay for} {ten meals|a blanket|school books}, with $amount {a "
                        "family kit|a week of $work}."
                    ),
                    (
                        "{Every euro|Every cent} is accounted for: $percent of our spending goes {directly |}into "
                        "programmes."
                    ),
                ),
                (
                    "{Please give today.|Will you help tonight?|Please be as generous as you can.}",
                    "",
                ),
            ),
            calls=(
                "{Donate now|Give $small|Give monthly|Yes, I'll help}",
                "{Read the story|How we use your gift}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
                IMAGE,
            ),
            words={
                "small": _GIFTS,
                "work": _NGOWORK,
            },
            weight=1.5,
        ),
        Kind(
            id="ngo-emergency",
            label="clean",
            sender="org",
            subjects=(
                "{EMERGENCY|URGENT}: {earthquake|flood|fire} in $country",
                "{Breaking|BREAKING}: our teams are {on site|at work}",
                "{Act now|We need you now}, $first",
                "{Emergency appeal|Disaster appeal}: $country",
                "{The first $hours hours|Next $hours hours} {count|decide}",
                "{Thousands|Families} {homeless|in the cold} after {storm|quake}",
                "{How to help|What you can do}: $country",
                "{Situation|Field} report: $country",
                "{Crisis|Crisis update}: {$days days later|day $days}",
                "Help is {on its way|arriving}",
            ),
            body=(
                (
                    (
                        "A {strong earthquake|flood|wildfire} hit {the north of |}$country on $weekday. {Hundreds "
                        "of homes are destroyed|Roads are cut}, and {hospitals|clinics} are overwhelmed."
                    ),
                ),
                (
                    (
                        "Our {partners|teams} on the ground {hand out|deliver} {water, blankets and medicine|tents "
                        "and food}. {They need fuel and money today.|The next $hours hours are critical.}"
                    ),
                ),
                ("{Please give what you can|An emergency gift of $small helps} {right now|immediately}.",),
            ),
            calls=(
                "{DONATE NOW|Give to the emergency fund|Help now}",
                "{Latest from the field|Situation report}",
            ),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
            ),
            words={
                "small": _GIFTS,
            },
        ),
        Kind(
            id="ngo-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{Our|The} $month {newsletter|letter}",
                "{Good news|Three good stories} from $country",
                "{Annual report|Impact report} $year is {here|out}",
                "{What|See what} you made possible in $month",
                "{Notes|Voices} from the field",
                "{New report|New study}: $work",
                "{Court|High court} rules {for|on} {our case|our complaint}",
                "{We are|We're} hiring: {field officer|press officer}",
                "{Ten years|Twenty years} of $org",
                "{Meet|Interview with} our {team in $city|new director}",
            ),
            body=(
                (
                    (
                        "{Hello from|Greetings from} $city. {In this issue|This month}: $work, {a court win|a new "
                        "report} and {a date for your diary|two open jobs}."
                    ),
                    (
                        "Because of {supporters like you|you}, $num {families|people} {got|received} help in "
                        "$month. {Here is how.|Read their stories.}"
                    ),
                ),
                (
                    (
                        "{Our|The} new report on $country is based on $num interviews. {It shows how rights were "
                        "narrowed step by step.|Ministers have been asked to respond.}"
                    ),
                    "",
                ),
            ),
            calls=(
                "{Read more|Download the report|Read the story}",
                "{Donate|See all jobs}",
            ),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(),
            items=(
                "$work :: {How it went in $month.|$num people reached.}",
                "Report: $country :: {Download the summary.|Three findings.}",
                "Jobs :: {Press officer, $city.|Field coordinator, $country.}",
                "Event :: {Film night on $soon.|Talk with $me, $time.}",
                "Annual accounts :: {Audited and online.|Where $percent of the money went.}",
                "Volunteers wanted :: {In $city, weekends.|Translators: Arabic, Persian.}",
            ),
            words={
                "work": _NGOWORK,
            },
        ),
        Kind(
            id="media-digest",
            label="clean",
            sender="org",
            subjects=(
                "{Morning|Evening} briefing: $weekday",
                "{Press review|Media digest}, $date",
                "{Today's|The day's} {headlines|top stories}",
                "{The|Your} {daily|weekly} {brief|wrap}",
                "{What to read|Weekend reads}",
                "{Playbook|Notebook}: {who's up, who's down|the week ahead}",
                "{Election|Campaign} digest no. $num",
                "{Five|7} charts on $cause",
                "{The download|The rundown}: $country",
                "{Opinion today|Long read}: $cause",
            ),
            body=(
                (
                    (
                        "{Good morning.|Good evening.|Happy $weekday.} Here is what you need to know {today|this "
                        "morning}."
                    ),
                    "{Top of the news|At a glance}: {talks in $city|budget vote|heat warning}.{ Sent at $time.|}",
                ),
                (
                    (
                        "{A vote on $cause is due at $time.|The minister faces questions over $amount of "
                        "spending.|Unions in $city call a strike for $weekday.}"
                    ),
                    "",
                ),
            ),
            calls=(
                "{Read more|Full story|Subscribe|Read online}",
                "{Share|Archive}",
            ),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            greetings=(),
            items=(
                "Talks in $city go on :: {Negotiators met until late.|No result before $weekday.}",
                "Minister under pressure :: {Questions about $amount.|A letter surfaced.}",
                "Prices up $percent :: {Food and rent lead.|Economists see easing.}",
                "Court rejects appeal :: {The ruling in five points.|What comes next.}",
                "Opinion: $cause :: {Why it matters now.|A view from $city.}",
                "Hackers hit hospital in $country :: {Attackers demanded bitcoin.|Patients were moved.}",
                "Sport :: {City draw at home.|Final on $weekday.}",
                "Weather :: {Rain, then sun.|Storm warning for $weekday.}",
                "Fraud wave :: {Police warn of fake parcel texts.|Bank customers targeted.}",
            ),
            words={
                "cause": _CAUSES,
            },
            weight=1.5,
        ),
        Kind(
            id="breaking-news",
            label="clean",
            sender="org",
            subjects=(
                "{BREAKING|Breaking news}: {minister resigns|court rules on $cause}",
                "{News alert|ALERT}: {earthquake|storm} near $city",
                "{Live|LIVE}: {results|debate}",
                "{Just in|Developing}: {talks collapse|agreement reached}",
                "{Exclusive|EXCLUSIVE}: {leaked letter|documents}",
                "{Election|Result}: $percent {counted|turnout}",
                "{Update|Correction}: our earlier alert",
                "{Watch live|Live now}: {press conference|hearing}",
                "{Dead heat|Too close to call} in $city",
                "{Strike|Storm} warning for $weekday",
            ),
            body=(
                (
                    (
                        "{The minister of the interior has resigned|The high court has ruled on $cause|Talks in "
                        "$city have ended without agreement}, {officials said|the office confirmed} {minutes "
                        "ago|at $time}."
                    ),
                ),
                ("{Follow our live coverage.|More follows.|This story is being updated.}",),
            ),
            calls=(
                "{Read the full story|Follow live|Open in app}",
                "{Manage alerts|Subscribe}",
            ),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            greetings=(),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="press-release",
            label="clean",
            sender="org",
            subjects=(
                "{PRESS RELEASE|Press release|For immediate release}: $cause",
                "{Media advisory|MEDIA ADVISORY}: {press conference|photo call} $soon",
                "{Statement|Joint statement} on {$cause|yesterday's vote}",
                "{EMBARGOED|Embargoed until $time}: new study",
                "{Invitation|Reminder}: press briefing in $city",
                "$org {responds|comments} on {the budget|the ruling}",
                "{Photos|Pictures} available: {rally|handover}",
                "{Correction|CORRECTION}: release of $date",
                "{Background|Fact sheet}: $cause",
                "{Interview|Spokesperson} available: $cause",
            ),
            body=(
                (
                    (
                        "{FOR IMMEDIATE RELEASE|$city, $date} - $org today {presented|published|called for} {a "
                        "plan on|new figures on|action on} $cause."
                    ),
                    (
                        "{We invite you|You are invited} to a press {conference|briefing} on $soon at $time, "
                        "$place. {Please register with the press office.|Photo opportunity before.}"
                    ),
                ),
                (
                    (
                        '"{This vote is a step back for everybody who works|The figures speak for themselves|We '
                        'will not be silent}", said $me, $role{ of $org|}.'
                    ),
                    (
                        "According to the {study|figures}, $percent of those asked {support|want} it; in $city it "
                        "is {even more|a majority}."
                    ),
                ),
                (
                    (
                        "{Press contact|Contact}: $me, $phone. {High-resolution photos on request.|Interviews can "
                        "be arranged at short notice.}"
                    ),
                ),
            ),
            calls=("{Read the statement|Download photos|Register for the briefing}",),
            link="call",
            layouts=(
                PLAIN,
                PERSONAL,
                BULK,
                NOTICE,
            ),
            greetings=(),
            files=(
                "pdf",
                "docx",
                "",
            ),
            words={
                "cause": _CAUSES,
                "place": _PLACES,
            },
        ),
        Kind(
            id="webinar-reminder",
            label="clean",
            sender="org",
            subjects=(
                "{Reminder|Starts in 1 hour}: {webinar|briefing} {today|on $weekday}",
                "{Your|Here is your} {link|access link} for $weekday",
                "{We start|See you} {tomorrow|today} at $time",
                "{Recording|Slides} from {yesterday|$weekday}",
                "{Registration|You're} confirmed: $cause",
                "{New date|Moved}: {webinar|workshop}",
                "{Sorry we missed you|You missed it?}",
                "{Speakers|Programme} for {the forum|$soon}",
                "{Certificate|Your certificate} of attendance",
                "{Feedback|How was it}? {Two questions|One minute}",
            ),
            body=(
                (
                    (
                        '{Thank you for registering|You are registered} for "{Talking about $cause|Digital safety '
                        'for small teams|Writing for busy readers}". We {start|go live} {on $soon |}at $time.'
                    ),
                    (
                        "{Thanks for joining us|We're sorry you couldn't join}. The recording and slides are "
                        "{online|available}{ until $soon|}."
                    ),
                ),
                (
                    (
                        "Your personal link is below; please do not {share|forward} it. {Meeting ID: "
                        "$code.|Dial-in: $phone.}"
                    ),
                    "{Test your microphone before.|Captions are on.|Questions can be sent ahead by reply.}",
                ),
            ),
            calls=("{Join the webinar|Watch the recording|Add to calendar|Download slides}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PERSONAL,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="call-for-papers",
            label="clean",
            sender="org",
            subjects=(
                "{CFP|Call for papers}: {conference|workshop} on $cause, $city",
                "{Deadline extended|Extended deadline}: $soon",
                "{Call for|Submit} {abstracts|proposals|sessions}",
                "{Fellowships|Fellowship} {for journalists|open}: apply by $soon",
                "{Notification|Decision} on your {submission|abstract} #$num",
                "{Programme|Schedule} {online|published}",
                "{Invitation|Would you} {to review|review}: paper $num",
                "{Early bird|Registration} {ends|open}",
                "{Keynote|Speakers} announced: $city",
                "{Grant|Small grants} call $year",
            ),
            body=(
                (
                    (
                        "We invite {contributions|papers and panels} for the {annual conference|next workshop} on "
                        "$cause, {held|to be held} in $city{, $country,|} on $soon."
                    ),
                    (
                        "The {programme committee|board} has extended the deadline {once more |}to $soon after "
                        "{many requests|several requests}."
                    ),
                ),
                (
                    (
                        "{Abstracts of up to 300 words|Short papers of 8 pages} {through|via} the submission "
                        "system. {No fee for students.|Travel grants are available.|Double-blind review.}"
                    ),
                ),
                (
                    (
                        "{Topics include|Among the topics}: {elections and platforms, disinformation, safety of "
                        "sources|archives, courts, public records}."
                    ),
                    "Local chair: $me ({university|institute}).",
                ),
            ),
            calls=("{Submit|Call and dates|Register}",),
            link="call",
            layouts=(
                PLAIN,
                PERSONAL,
                BULK,
                LIST,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="security-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{Security|Threat} {bulletin|newsletter} no. $num",
                "{This week in|The week in} {phishing|ransomware}",
                "{How to|5 ways to} {spot|recognise} a phishing mail",
                "{Alert|Advisory}: {fake login pages|patch now}",
                "{Passwords|Passkeys} explained",
                "{What we learned|Lessons} from $num attacks",
                "{Anatomy|Inside} of a {scam|fake invoice}",
                "{Awareness month|Awareness}: think before you click",
                "{CVE|Critical flaw} in {routers|a mail server}",
                "{Crypto|Gift card} scams: {what to know|a primer}",
            ),
            body=(
                (
                    (
                        "{In this issue|This week}: {phishing pages that copy bank logins|criminals pretending to "
                        'be parcel services|fake "your account is suspended" mails}, and what to do about '
                        "{them|it}."
                    ),
                    (
                        "We have {analysed|looked at} $num reports from {newsrooms|NGOs|campaigns} in $month. {The "
                        'lure of the month|Most common}: "verify your account within $hours hours or it will be '
                        'closed".'
                    ),
                ),
                (
                    (
                        "{Nobody legitimate asks for your password|No bank asks for a PIN by mail}. {Check the "
                        "address bar, not the logo.|Report, don't delete.|Use a security key.}"
                    ),
                    (
                        "If you already clicked: change the password, sign out all sessions, tell {IT|a colleague} "
                        "{at once|right away}."
                    ),
                ),
            ),
            calls=("{Read the full issue|Read more|Free training|See indicators}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            items=(
                "Fake parcel fees :: {Why a small amount is asked for.|Card data is the aim.}",
                'Wallet drainers :: {"Claim your airdrop" empties wallets.|Seed phrases stay offline.}',
                "Device codes :: {Why reading out a code is giving a password.|New wave.}",
                "Patch day :: {$num flaws closed.|Update before $weekday.}",
                "Sextortion mails :: {Old passwords, empty threats.|Do not pay bitcoin.}",
                "Callback scams :: {Invoices with a phone number.|What the voice asks for.}",
                "Tool tip :: {A password manager refuses wrong sites.|Turn on login alerts.}",
            ),
            weight=1.5,
        ),
        Kind(
            id="action-alert",
            label="clean",
            sender="org",
            subjects=(
                "{Call|Email} your {senator|representative|MP} {today|now}",
                "{Action alert|ACTION ALERT}: $cause",
                "{Vote is|They vote} on $weekday",
                "{30 seconds|Two minutes} for $cause",
                "{They|Lawmakers} need to hear from {you|$city}",
                "{Don't let them|Stop them}: {hearing|vote} at $time",
                "{It worked|WE WON}!",
                "{Delayed|Postponed}: the vote on $cause",
                "{Your|A} message to {the mayor|parliament} is ready",
                "{Flood|Fill} their inbox",
            ),
            body=(
                (
                    (
                        "The {committee|senate} votes on $cause {this $weekday|in $hours hours}, and it is {one "
                        "vote|two votes} short. {Your representative is undecided.|Calls change votes.}"
                    ),
                    (
                        "{Victory|Good news}! After $num thousand {calls|letters}, the {committee|council} "
                        "{dropped|stopped} the bill. {Thank you.|You did this.}"
                    ),
                ),
                (
                    (
                        'Call {the office on $phone|your representative} and say: "{I live in $city and |}I '
                        '{ask|urge} you to vote {for|against} this bill." {It takes a minute.|Be polite, leave '
                        "your name.}"
                    ),
                    (
                        "We wrote a letter for you; {change it as you like|add a line of your own} and send it "
                        "with one click."
                    ),
                ),
            ),
            calls=(
                "{Take action|Send my letter|Find my representative}",
                "{Share|I called}",
            ),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="member-renewal",
            label="clean",
            sender="org",
            subjects=(
                "Your membership {expires|ends} on $soon",
                "{Renew|Time to renew} your membership{, $first|}",
                "{Final reminder|Second reminder}: membership $year",
                "{Membership card|Your card} $year",
                "{Thank you|Thanks} for renewing",
                "{Dues|Membership fee} {invoice|receipt} $ref",
                "{We miss you|Come back}, $first",
                "{Annual|General} {assembly|meeting} on $soon: {agenda|voting link}",
                "{Payment|Your payment} {method|card} on file expires",
                "{Your|A} vote {as a member|in the board election}",
            ),
            body=(
                (
                    (
                        "Your membership of $org {ends|expires} on $soon. To keep {your vote|your benefits|getting "
                        "the magazine}, please renew {online |}by then."
                    ),
                    (
                        "{Thank you for|Thanks for} another year with us. {Your fee of $small has been "
                        "received.|Your receipt number is $ref.}"
                    ),
                    (
                        "The card we have on file (ending $card) {expires soon|could not be charged}. Please "
                        "update it in your member account so that your support {continues|isn't interrupted}."
                    ),
                ),
                (
                    (
                        "{Members under 27 pay half.|If you pay by bank transfer, please give number $ref.|You can "
                        "leave at any time by reply.}"
                    ),
                    "",
                ),
            ),
            calls=(
                "{Renew now|Update payment details|My account}",
                "{Vote|Agenda}",
            ),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
        Kind(
            id="donation-receipt",
            label="clean",
            sender="org",
            subjects=(
                "{Receipt|Your receipt} for your {gift|donation}{ of $amount|}",
                "Thank you for your {donation|gift}, $first!",
                "{Donation|Contribution} {confirmation|receipt} $ref",
                "{Your|Annual} {tax receipt|tax statement} $year",
                "{Monthly gift|Recurring donation} {processed|received}",
                "{Thanks|Thank you} for {chipping in|your support}",
                "{We received|Received}: $amount",
                "{Gift|In honour gift} {acknowledgement|confirmation}",
                "{Your|Update on your} recurring {gift|contribution}",
                "{Refund|Cancelled}: contribution $ref",
            ),
            body=(
                (
                    (
                        "Thank you for your {generous |}{donation|contribution} of $amount to $org. {It was "
                        "charged to the card ending in $card.|Please keep this mail for your tax records.}"
                    ),
                ),
                (
                    (
                        "{No goods or services were provided in exchange.|This charge will appear on your "
                        "statement as $org.|Your next monthly gift is due on $soon.}"
                    ),
                ),
            ),
            link="none",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            rows=(
                ("Amount", "$amount"),
                ("Date", "$date"),
                ("Reference", "$ref"),
                ("Method", "{Card|Visa|Mastercard} ending $card"),
            ),
            files=(
                "",
                "pdf",
            ),
        ),
        Kind(
            id="politician-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{Rep.|Senator} $last's {newsletter|report from the capital}",
                "{District|Constituency} {update|news}, $month",
                "{Mobile office|Office} hours in $city",
                "{Survey|Questionnaire}: {your view on $cause|budget}",
                "{How I voted|My votes} this week",
                "{Grants|Help} for {farmers|veterans|small businesses}",
                "{Internships|Student art contest} {open|now open}",
                "{Town hall|Telephone town hall} {tonight|on $weekday}",
                "{Scam alert|Beware of scams}: {seniors|tax season}",
                "{Your|Thank you for your} message to my office",
            ),
            body=(
                (
                    (
                        "{This week|In $month} I {met|spoke with} {farmers|nurses|teachers} {in|from} $city about "
                        "$cause."
                    ),
                    (
                        "{The budget|A bill on $cause} passed {the house|committee} by $num votes. {I voted yes.|I "
                        "voted no, and here is why.}"
                    ),
                ),
                (
                    (
                        "{My staff|My office} can help with {passports|benefits|tax office problems}: {call "
                        "$phone|visit us on $weekday}."
                    ),
                    (
                        "{Beware|Please beware}: callers claiming to be from the tax office ask for gift cards. "
                        "The real office {writes letters|never does that}."
                    ),
                ),
            ),
            calls=("{Read more|Take the survey|Contact my office}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                NOTICE,
            ),
            greetings=(
                "Dear neighbour,",
                "Dear constituent,",
                "Dear $full,",
                "",
            ),
            items=(
                "Votes this week :: {Three bills explained.|Why I voted no.}",
                "Mobile office :: {$city, $weekday, $time.|No appointment needed.}",
                "Grants :: {Apply by $soon.|Up to $amount for small shops.}",
                "Academy nominations ::{ Deadline $soon.|}",
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="thinktank-digest",
            label="clean",
            sender="org",
            subjects=(
                "{New paper|Working paper}: $cause",
                "{Weekly|Research} digest, $date",
                "{Why|How} {parliaments|cities} {fail|succeed} on $cause",
                "{Podcast|Episode $num}: $me on $cause",
                "{Commentary|Op-ed}: {after the vote|lessons from $country}",
                "{Event|Panel} $soon: $country {after|before} the election",
                "{Data|Dashboard} update: $country",
                "{Fellow|New fellow} joins $org",
                "{Policy|Policy brief}: $amount for $cause",
                "{Reading|Reading list} for {summer|the holidays}",
            ),
            body=(
                (
                    (
                        "In a new paper, {our fellow |}$me {argues|shows} that {$country spends too little "
                        "on|there is no quick fix for} $cause."
                    ),
                    "{This week's|Our weekly} selection of {research and commentary|papers and talks}.",
                ),
                (
                    (
                        "{The main findings|Key points}: {costs fell by $percent, trust did not grow|oversight "
                        "works when it is funded}."
                    ),
                    "",
                ),
            ),
            calls=("{Read the paper|Listen|Register|Download}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PERSONAL,
            ),
            items=(
                "Paper: $cause :: {$num pages, open access.|By $me.}",
                "Podcast :: {Episode $num with $me.|Thirty minutes on $country.}",
                "Panel :: {$soon, $time, $city.|Register by $weekday.}",
                "Data :: {Updated figures for $year.|Download the tables.}",
                "In the media :: {Our fellow on the radio.|Interview in $city.}",
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="substack-post",
            label="clean",
            sender="org",
            subjects=(
                "{On|Notes on} {patience|maps|borders}",
                "{What|The thing} nobody tells you about {campaigns|archives|deadlines}",
                "{Letter|Dispatch} from $city",
                "{Episode|Issue} $num: {small towns|the long count}",
                "{Thread|Open thread}: $weekday",
                "{A short|One} note before {$weekday|the vote}",
                "{My week|Diary}: {$days days in $country|election night}",
                "{Ask me|Questions} anything",
                "{Paid|New} post: {the money trail|who owns it}",
                "{Why I|Why we} {left|stayed}",
            ),
            body=(
                (
                    (
                        "{I spent|This week I spent} $days days in $city, {listening|reading old files}. {What "
                        "struck me was how little people talked about the election.|Here is what I brought home.}"
                    ),
                    (
                        "{There is a|I keep a} drawer in my desk with letters from readers. {One came back to my "
                        "mind today.|Today I open it.}"
                    ),
                ),
                (
                    (
                        "{This post is free|This one is for everyone}; if you like it, {consider a paid "
                        "subscription|share it}."
                    ),
                    "{Paid subscribers can read on below.|Comments are open until $weekday.}",
                ),
            ),
            calls=(
                "{Read in app|Continue reading|Subscribe|Listen now}",
                "{Like|Comment|Share}",
            ),
            link="call",
            layouts=(
                PERSONAL,
                BULK,
                PLAIN,
            ),
            closings=(
                "Until next week,",
                "Thanks for reading,",
                "",
            ),
        ),
    ),
)
