"""Benign mail in English, part three: colleagues, family, strangers, discussion lists, small offices."""

from __future__ import annotations

from training.synth.content.requests import HONEST
from training.synth.schema import (
    BULK,
    DIGEST,
    FORWARD,
    LIST,
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
_TOPICS = (
    "the leaflet",
    "the budget",
    "the $city trip",
    "the press list",
    "the board meeting",
    "the website",
    "the interview",
    "the annual report",
    "the summer party",
    "the new office",
    "the donor dinner",
    "the election night plan",
    "the translation",
    "the archive",
)

BOOK = Book(
    lang="en",
    kinds=(
        *HONEST["en"],
        Kind(
            id="meeting-minutes",
            label="clean",
            sender="colleague",
            subjects=(
                "{Minutes|Notes} {of|from} {$weekday|yesterday's call|the board meeting}",
                "{Agenda|Draft agenda} for {$weekday|$soon}",
                "{Action items|To do} after {our call|today}",
                "{Re: |}{weekly|staff} meeting",
                "{Protocol|Summary}: $topic",
                "{Moved|New time}: {weekly|meeting}{ $time|}",
                "{Who|Who can} take {notes|minutes} on $weekday?",
                "{Decisions|What we decided} on $topic",
                "{Board papers|Papers} for $soon",
                "{Recap|Short recap}: $topic",
            ),
            body=(
                (
                    (
                        "{Attached are|Here are|Please find attached} the {minutes|notes} of {$weekday|the "
                        "meeting}. {Corrections to me by $weekday, please.|Thanks to $mefirst for typing.}"
                    ),
                    (
                        "{Agenda for|Points for} $weekday, $time: 1. $topic 2. {money|hiring} 3. {dates|any other "
                        "business}.{ Add what is missing.|}"
                    ),
                ),
                (
                    (
                        "{Decided|We agreed}: $topic {goes ahead|is postponed to $soon}; $first {writes|calls} "
                        "{the printer|the partners}; {next meeting|we meet again} $soon, $time."
                    ),
                    "{$first, can you check point 3?|Sorry I had to leave early.}",
                ),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            files=(
                "docx",
                "pdf",
                "",
            ),
            words={
                "topic": _TOPICS,
            },
            weight=1.5,
        ),
        Kind(
            id="draft-review",
            label="clean",
            sender="colleague",
            subjects=(
                "{Draft|New draft}: $topic",
                "{Could you|Can you} {read|check} this {before $weekday|today}?",
                "{Comments|Edits} on $topic",
                "{Re: |}{$topic|second version}",
                "{Final|FINAL final} version",
                "{Quick|Two} {question|questions} about $topic",
                "{Proofs|Print proofs} {attached|are in}",
                "{Fact check|Numbers} for $topic",
                "{Please|URGENT please} {approve|sign off} by $time",
                "{Quote|Your quote} for the release",
            ),
            body=(
                (
                    (
                        "{Attached is|Here's} {a first|the latest} draft {for|about} $topic. {Could you look at "
                        "page 2?|Be brutal, please.|I changed the title and cut a paragraph.}"
                    ),
                    (
                        "I {went through|read} it on the train. {Good!|Much better.} {Two things|Small things}: "
                        "the {number|date} in paragraph three, and $friend's {title|name} is misspelt."
                    ),
                ),
                (
                    (
                        "{The printer needs it by $time, so this is urgent, sorry.|No rush, $weekday is fine.|I'm "
                        "at my desk until $time.}"
                    ),
                    "",
                ),
            ),
            link="file",
            layouts=(
                PERSONAL,
                REPLY,
                PLAIN,
            ),
            footer=(),
            files=(
                "docx",
                "docx",
                "pdf",
                "",
            ),
            words={
                "topic": _TOPICS,
                "friend": _PEOPLE,
            },
            weight=1.5,
        ),
        Kind(
            id="short-reply",
            label="clean",
            sender="colleague",
            subjects=(
                "Re: {$topic|tomorrow|lunch|draft}",
                "{RE|Re}: {call|numbers|quote|photos}",
                "Re: {Re: |}{train|tickets|keys|slides}",
                "Re: {Fwd: |}{press|venue|speech}{ question| list|}",
            ),
            body=(
                (
                    "{ok|OK|Ok}, {thanks|thank you|will do}",
                    "{Great|Perfect|Lovely}, {thanks|see you then}!",
                    "{Yes|Yep}, {works for me|fine by me|let's do that}.",
                    "{Done|Sent}.",
                    "{Will call you|I'll ring} {in ten|after lunch|at $time}.",
                    "{Not yet|No}, {still waiting for $mefirst|tomorrow, I hope}.",
                    "+1",
                    "{Sorry|Oops}, {missed this|was in a meeting}.{ Is $time ok?|}",
                    "{Thanks|Thank you} so much $first!",
                    "{Noted|Got it}.",
                    "{Agreed|I agree}, {go ahead|please send it}.",
                    "{Which one|What time}?",
                    "On my way",
                    "{Congratulations|Well done}!!",
                ),
                (
                    "",
                    "{Sent from my phone|Sent from my iPhone}",
                    "{x|:-)|Cheers}",
                    "",
                ),
            ),
            link="none",
            layouts=(REPLY,),
            greetings=(),
            closings=(
                "Best,",
                "Thx,",
                "x",
                "",
                "",
            ),
            footer=(),
            words={
                "topic": _TOPICS,
            },
            weight=3.0,
        ),
        Kind(
            id="lunch-coffee",
            label="clean",
            sender="colleague",
            subjects=(
                "{Lunch|Coffee} {today|on $weekday}?",
                "{cake|Cake} in the kitchen",
                "{Pizza|Drinks} {after work|on $weekday}",
                "{Anyone|Who} for {football|a walk} at {noon|$time}?",
                "{lost|Lost}: {umbrella|blue scarf}",
                "{Keys|Fridge}: {please|again}",
                "{Birthday|Card} for $mefirst",
                "{Thursday|$weekday} {dinner|film}?",
                "{bike|Bike} {in the hall|for sale}",
                "{Re: |}{see you|running} {late|at $time}",
            ),
            body=(
                (
                    (
                        "{Are you|Anybody} {free|around} for {lunch|coffee} at {$time|noon}? {The new place next "
                        "to the station is good.|My treat.}"
                    ),
                    (
                        "{It's $mefirst's birthday on $weekday.|$mefirst leaves us on $soon.} {Please sign the "
                        "card on my desk and put something in the envelope.|We collect for a present: five each, "
                        "please.}"
                    ),
                    (
                        "{There is cake in the kitchen, first come first served.|Someone left an umbrella in room "
                        "3.|Whoever owns the soup in the fridge: it is alive.}"
                    ),
                ),
                ("{Let me know!|:-)|}",),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
        ),
        Kind(
            id="travel-plan",
            label="clean",
            sender="colleague",
            subjects=(
                "{Travel|Trip} to $city {$soon|next week}",
                "{Train|Flight} {times|booked}",
                "{Hotel|Rooms} in $city",
                "{Who|Anyone} {sharing|driving} to $city?",
                "{Re: |}$city {schedule|itinerary}",
                "{Visa|Invitation letter} for $country",
                "{Picking|Pick} you up at $time",
                "{Change|Small change} of plan",
                "{Delegation|Field visit} $country: {programme|packing list}",
                "{Back|I'm back} on $weekday",
            ),
            body=(
                (
                    (
                        "{I booked|Booked} the {$time|early} train to $city on $soon; {you're in seat $num|we "
                        "change once}. {The hotel is ten minutes from the venue.|Ref $ref.}"
                    ),
                    (
                        "{For the $country trip|For your visa} I need {a copy of the first page of your passport "
                        "and a photo|your flight number} by $weekday.{ Bring it by, no need to mail it.|}"
                    ),
                    "{I'm driving on $weekday|We leave at $time} and have {two seats|room for boxes}.",
                ),
                (
                    (
                        "{Dinner with the partners at $time.|Bring boots, it will rain.|Call me if you are late: "
                        "$phone.}"
                    ),
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            files=(
                "",
                "pdf",
                "ics",
            ),
        ),
        Kind(
            id="invoice-known-vendor",
            label="clean",
            sender="person",
            subjects=(
                "{Invoice|Our invoice} $ref",
                "{Invoice|Bill} for {$month|the leaflet print|translation work}",
                "{Payment|Friendly payment} reminder: {invoice $ref|$ref}",
                "{Quote|Offer} {$ref|for $num chairs}",
                "{Receipt|Thanks for payment} $ref",
                "{Credit note|Correction} to invoice $ref",
                "{Order|Delivery} {note|date} {$ref|$soon}",
                "{Statement|Open items}, $month",
                "{Rent|Venue hire}: {invoice|contract} {$month|$soon}",
                "{Hours|Time sheet} and invoice{ $month|}",
                "{Past due|Overdue}: $ref",
            ),
            body=(
                (
                    (
                        "{Please find attached|Attached is} {my|our} invoice {$ref |}over $amount for {the "
                        "leaflets|translating the report|the sound system on $date}{, as agreed|}. {Payable within "
                        "14 days to the usual account.|Bank details as before.}"
                    ),
                    (
                        "{Our books show|I think} invoice $ref over $amount {is still open|has slipped through}. "
                        "{If it is already paid, please ignore this.|Could you check with accounts?}"
                    ),
                    (
                        "{Thank you|Many thanks} for {the order|your call}. {Here is our offer|The offer is "
                        "attached}: $amount {including delivery|plus VAT}, valid until $soon."
                    ),
                ),
                ("{It was a pleasure to work with you.|Say hello to $first's team.|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=(
                "pdf",
                "pdf",
                "xlsx",
            ),
            weight=2.0,
        ),
        Kind(
            id="contract-legal",
            label="clean",
            sender="colleague",
            subjects=(
                "{Contract|Agreement} with $org: {comments|mark-up}",
                "{NDA|Non-disclosure agreement} {for signature|signed}",
                "{Legal|Legal note}: {copyright|election law}{ question|}",
                "{Lease|Rental contract} {$city|new office}",
                "{Re: |}{data processing agreement|terms}",
                "{Privileged|Confidential}: {draft letter|opinion}",
                "{Complaint|Our complaint} {filed|of $date}",
                "{Deadline|Court date} $soon",
                "{Power|Power of attorney} {of board|form}",
                "{Statutes|By-laws}: {amendment|vote}",
            ),
            body=(
                (
                    (
                        "{Attached|Enclosed} the {agreement|contract} with {our comments|track changes}. {Clause 7 "
                        "(liability) is still too wide.|We suggest a notice period of three months.}"
                    ),
                    (
                        "{In our view|I think} the {leaflet|quote} is {lawful|covered by the exception}, but name "
                        "the source.{ A short note is attached.|}"
                    ),
                    "The court set a hearing for $soon at $time. {You need not attend.|Please bring the originals.}",
                ),
                ("{This message is privileged and confidential.|Call me if anything is unclear.}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                FORWARD,
            ),
            footer=("This email and any attachments are confidential and intended only for the addressee.",),
            files=(
                "docx",
                "pdf",
            ),
        ),
        Kind(
            id="thank-you",
            label="clean",
            sender="person",
            subjects=(
                "{Thank you|Thanks}{ so much|, $first|}!",
                "{Lovely|Great} {evening|to meet you}",
                "{What|Such} a {day|talk}!",
                "{A|Just a} {quick|big} thank you",
                "{Re: |}{your talk|the workshop} on $weekday",
                "{Photos|Pictures} from {$weekday|the party}",
                "{Grateful|So grateful}",
                "{Welcome|Nice} {to have you|gift}!",
                "{From all|Thanks from all} of us",
                "{Letter|Note} to {your team|the editor}",
            ),
            body=(
                (
                    (
                        "{Just a quick note to say thanks|Thank you so much} for {coming to $city|your help on "
                        "$weekday|the flowers}. {It meant a lot.|People still talk about your speech.}"
                    ),
                    (
                        "{I read|I've just read} {your piece|the interview}{ in the paper|} and {cried|laughed}. "
                        "{Please go on.|Keep it up.}"
                    ),
                ),
                (
                    "{See you soon!|Come and visit us.|Greetings to the family.}",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            files=(
                "",
                "",
                "png",
            ),
        ),
        Kind(
            id="condolence",
            label="clean",
            sender="person",
            subjects=(
                "{Sad news|Very sad news}",
                "{So sorry|I'm so sorry}",
                "{Condolences|Our condolences}",
                "{Funeral|Memorial} {of|for} $friend",
                "{Thinking of you|In our thoughts}",
                "{In memory|In memoriam}: $friend",
                "{Get well|Get well soon}",
                "{Hospital|News from the hospital}",
                "{With sympathy|With love}",
                "{About|News about} {Dad|Aunt Ruth|$friend}",
            ),
            body=(
                (
                    (
                        "I {was|am} so sorry to hear {about your mother|the news}. {There are no words.|She was "
                        "always kind to me.}{ Take all the time you need; we'll cover for you.|}"
                    ),
                    (
                        "{With great sadness I have to tell you|It is with a heavy heart that we announce} that "
                        "our {colleague|friend} $friend {died|passed away} on $weekday. {The funeral is on $soon "
                        "at $time in $city.|Flowers are not needed, gifts may go to the hospice.}"
                    ),
                    (
                        "{The operation went well|Mum is out of hospital}. {She may have visitors from "
                        "$weekday.|Tired, but joking.}"
                    ),
                ),
                (
                    "{Hugs|With love}.",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            words={
                "friend": _PEOPLE,
            },
        ),
        Kind(
            id="family-mail",
            label="clean",
            sender="person",
            subjects=(
                "{Sunday|This weekend}{?| dinner}",
                "{Photos|Holiday photos}",
                "{Mum|Dad|Grandma}'s {birthday|90th}",
                "{Holiday|Holidays} {in|at} {$country|the lake}",
                "{hi|hello} from $city",
                "{the kids|Baby news}!",
                "{Re: |}{Christmas|Eid|Nowruz|Passover}",
                "{House|Flat} {hunting|keys}",
                "{cat|dog} {sitting|pictures}",
                "{recipe|Recipe} you asked for",
                "{money|Money} for {the tickets|Mum's gift}",
                "{new|New} {phone|number}",
            ),
            body=(
                (
                    (
                        "{Here we are|Greetings from $city}, {we arrived safely|it's raining again}. The "
                        "{kids|cousins} {swim all day|say hello}. {Pictures attached.|Wi-Fi is bad, more soon.}"
                    ),
                    (
                        "{Are you coming|Will you come} on {Sunday|$weekday}? {Mum is cooking|We could go to the "
                        "lake}, {bring nothing but yourselves|can you bring salad?}"
                    ),
                    (
                        "I {paid|bought} the tickets ({$amount|$small each}); you can {give it back|pay me} when "
                        "{we meet|you come}.{ No hurry!|}"
                    ),
                    (
                        "{I lost my old phone|I've got a new phone}, {number stays the same|same number}.{ Ring me "
                        "in the evening.|}"
                    ),
                ),
                ("{Love|Kisses}, {$mefirst|Mum|Dad|me}",),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            closings=(),
            files=(
                "",
                "",
                "png",
            ),
            weight=1.5,
        ),
        Kind(
            id="school-club",
            label="clean",
            sender="person",
            subjects=(
                "{Class|Year 4} trip on $soon",
                "{Parents'|Parent} evening{, $weekday|}",
                "{Homework|Maths} {help|club}",
                "{School|School office}: {closed|holiday dates}",
                "{Choir|Football} {practice|match} {moved|on $weekday}",
                "{Consent|Permission} form",
                "{Lost property|Head lice}",
                "{Summer|School} fair: {stalls|cakes}",
                "{Report|Exam} {day|results}",
                "{Fee|Club fee} {due|reminder}",
            ),
            body=(
                (
                    (
                        "{The class goes|we are going} to {the museum|the lake} on $soon. {Please send $small with "
                        "your child.|Pack a lunch and a raincoat.}"
                    ),
                    "{Practice|Choir} is {moved|postponed} to $weekday, $time.{ Please tell those without mail.|}",
                    "{We still need|Looking for} {hands for the fair|two drivers}.{ Reply by $weekday.|}",
                ),
                (
                    "{The form is attached|Form attached}, sign and return.",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            greetings=(
                "Dear parents,",
                "Dear all,",
                "Hi all,",
                "",
            ),
            files=(
                "",
                "pdf",
                "docx",
            ),
        ),
        Kind(
            id="job-application",
            label="clean",
            sender="person",
            subjects=(
                "{Application|Job application}: $role",
                "{Application|My application} for {the internship|position $ref}",
                "{CV|Resume} and {cover letter|references}",
                "{Re: |}{interview|your vacancy}",
                "{Thank you|Thanks} for the interview",
                "{Invitation|Interview}: $role, $soon",
                "{Your|About your} application{ of $date|}",
                "{Internship|Volunteering} {in $month|question}",
                "{Reference|Recommendation} for $friend",
                "{Speculative|Open} application",
            ),
            body=(
                (
                    (
                        "I {would like to apply|am applying} for the position of $role {advertised|as advertised}{ "
                        "on your website|}. {My CV and two references are attached.|I enclose my CV.}"
                    ),
                    (
                        "{Thank you for|Thanks for} your application. We would like to {meet you|talk to you} on "
                        "$soon at $time{ in $city|, by video}. {Please confirm.|Bring a writing sample.}"
                    ),
                    (
                        "{Unfortunately|I am sorry to say} we have chosen {another candidate|somebody with more "
                        "field experience}. {We wish you all the best.|We'll keep your papers for six months if "
                        "you agree.}"
                    ),
                ),
                (
                    (
                        "{I worked for five years as $role in $city and speak three languages.|I am available from "
                        "$soon.|}"
                    ),
                ),
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
                "pdf",
                "",
            ),
            words={
                "friend": _PEOPLE,
            },
            weight=1.5,
        ),
        Kind(
            id="journalist-question",
            label="clean",
            sender="person",
            subjects=(
                "{Press|Media} {enquiry|question}: $topic",
                "{Interview|Interview request}{: $me, daily paper|}",
                "{Question|Questions} for {a story|my article} on $topic",
                "{Deadline|DEADLINE} {$time|today}: comment?",
                "{Quote|Comment} on {the ruling|the poll}?",
                "{Fact check|Checking a fact}",
                "{Documentary|Podcast} on {elections|$country}",
                "{Photo|Picture} request",
                "{Following up|Re: my questions}",
                "{Off the record|Background} chat?",
            ),
            body=(
                (
                    (
                        "I'm {a reporter|a freelance journalist|an editor} {with a daily in $city|writing on "
                        "$country} and {working on|preparing} a piece about $topic. {Could somebody answer three "
                        "questions by $time?|Would $first have ten minutes today?}"
                    ),
                    (
                        "{Following up|Coming back to you} on my questions of $date. {My deadline is $time.|We go "
                        "to print tonight, so it's rather urgent.}"
                    ),
                ),
                (
                    (
                        "{1. How many members do you have? 2. Who paid for the report?|Could you confirm that "
                        "$amount was spent?|I'd like to understand how the list was made.}"
                    ),
                ),
                ("{You can reach me on $phone|My number is $phone}{, also on Signal|}.{ Happy to explain more.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            words={
                "topic": (
                    "the party budget",
                    "volunteers in $city",
                    "campaign finance",
                    "attacks on reporters",
                    "your new report",
                    "public tenders",
                    "the count in $city",
                    "refugee shelters",
                ),
            },
            weight=2.0,
        ),
        Kind(
            id="source-tip",
            label="clean",
            sender="person",
            subjects=(
                "{A|Possible} {story|tip}",
                "{Information|Documents} about {the ministry|a contract|the harbour deal}",
                "{for|For} {the investigations desk|your reporter}",
                "{can we talk|Can we speak} {safely|in confidence}?",
                "{I work|I used to work} {there|at the town hall}",
                "{Confidential|Please keep this confidential}",
                "{Please do not|You should not} {use|print} my name",
                "{What|Something} you should {know|look into}",
                "{Your article|Re: your article} {on|about} {the tender|the clinic}",
                "{no subject|-}",
            ),
            body=(
                (
                    (
                        "I {work|worked until last year} {in|at} {the procurement office|a hospital|a company that "
                        "prints ballots} and have {seen|copies of} {papers|letters} that {you should know about|do "
                        "not match what was said in parliament}."
                    ),
                    (
                        "I read your {piece|article} on {the tender|the clinic}. {It is only half of it.|You "
                        "missed who signed.}{ I was in the room.|}"
                    ),
                    (
                        "{You don't know me.|I'd rather not give my name.} I am {afraid of losing my job|under a "
                        "duty of secrecy}, so please {don't call my office|don't answer to a work address}."
                    ),
                ),
                (
                    (
                        "{Can we talk on Signal?|Is there a safe way to send you documents?|I could meet in $city, "
                        "somewhere quiet.}{ I write from a new address for that reason.|}"
                    ),
                    ("{I do not want money.|I want nothing for it.}{ If you are not interested, please delete this.|}"),
                ),
                (
                    "{Please keep this between us.|Do not forward this, please.|}",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            greetings=(
                "Hello,",
                "Good evening,",
                "Dear editors,",
                "",
            ),
            closings=(),
            weight=2.5,
        ),
        Kind(
            id="interview-setup",
            label="clean",
            sender="person",
            subjects=(
                "{Interview|Our interview} on {$weekday|$soon}",
                "{Re: |}{interview|questions}",
                "{Quotes|Your quotes} for {approval|checking}",
                "{Studio|Radio} {slot|interview} $time",
                "{Panel|Moderating} on $soon?",
                "{Podcast|Recording} {link|time}",
                "{Questions|Topics} for {tomorrow|$weekday}",
                "{Transcript|Recording}",
                "{Published|Online}: our {talk|interview}",
                "{Conference|Workshop} in $city: would you speak?",
            ),
            body=(
                (
                    (
                        "{Thanks for agreeing|Thank you for agreeing} to {talk|an interview}. {Shall we say|How "
                        "about} $weekday at $time? {I'll call you on the office line.|I'll come to your office "
                        "with a photographer.}"
                    ),
                    (
                        "{The topics|My questions}: {how you got into politics, the budget, $city|the report and "
                        "its critics}.{ About twenty minutes.|}"
                    ),
                    (
                        "{The piece is out|It's online}; {hope you like it|I'll send you a printed copy}.{ The "
                        "headline isn't mine.|}"
                    ),
                    (
                        "We {would be honoured|would love} to have you on our panel in $city on $soon. {Travel and "
                        "hotel are covered.|The fee is small.}{ Details from our office, I copy $me.|}"
                    ),
                ),
                (
                    "{Any questions, call $phone.|}",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
        ),
        Kind(
            id="out-of-office",
            label="clean",
            sender="colleague",
            subjects=(
                "{Automatic reply|Out of office}: {Re: |}{call|Invitation|draft}",
                "{Auto|AutoReply}: {away|out} until $soon",
                "{Out of the office|On leave} {until|till} $soon",
                "{I am|I'm} {travelling|on holiday}",
                "{Abwesend|Away}: {Minutes|Question}",
                "{Parental leave|Sabbatical}{: back in $month|}",
                "{Thank you|Thanks} for your {message|mail}",
                "{Re|RE}: {press question|hello} (auto)",
                "{I no longer|$me no longer} works here",
                "{Office closed|We are closed} {until|from} $soon",
            ),
            body=(
                (
                    (
                        "{Thank you for your message.|} I am {out of the office|on leave|travelling} until $soon "
                        "{with limited access to mail|and will not read mail}. In urgent cases {write to|call} {my "
                        "colleague |}$friend, $phone."
                    ),
                    (
                        "{Our office is closed|We are closed}{ for the holidays|} until $soon.{ The press desk is "
                        "reachable on $phone.|}"
                    ),
                    (
                        "I {have left|no longer work for} $org. {Please write to the general address.|Your mail "
                        "was not forwarded.}"
                    ),
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                REPLY,
            ),
            greetings=(
                "",
                "Hello,",
                "Thank you for your mail.",
            ),
            footer=("This email and any attachments are confidential and intended only for the addressee.",),
            words={
                "friend": _PEOPLE,
            },
            weight=1.5,
        ),
        Kind(
            id="read-receipt",
            label="clean",
            sender="colleague",
            subjects=(
                "{Read|Gelesen}: {Minutes|Invitation|Draft}",
                "{Not read|Deleted}: {Newsletter|Lunch}",
                "{Return receipt|Return Receipt (displayed)} - {Agenda|Contract}",
                "{Read|READ}: {budget|call}{ $weekday|}",
                "{Disposition notification|Message opened}: {press list|draft}",
            ),
            body=(
                (
                    (
                        "Your message {was read|was displayed|has been read} on $date{, $time|}.{ This is no "
                        "guarantee that it was understood.|}"
                    ),
                    (
                        "{This is a|A} receipt for the mail you sent to $full.{ It only says that the message was "
                        "displayed on the recipient's computer.|}"
                    ),
                ),
            ),
            link="none",
            layouts=(PLAIN,),
            greetings=(),
            closings=(),
            footer=(),
            weight=0.7,
        ),
        Kind(
            id="phish-warning",
            label="clean",
            sender="colleague",
            subjects=(
                "{Warning|WARNING}: {phishing|fake mail} {in our name|going around}",
                '{Don\'t|Do not} {click|open}: "{Your mailbox is full|Shared document}"',
                "{Fwd: |}{is this real?|spam or not?}",
                "{Careful|Beware}: {parcel|bank} {mails|texts}",
                "{Heads up|FYI}: {someone|somebody} pretends to be {me|$mefirst}",
                "{Phishing|Scam} {of the week|example}",
                "{Did you|Has anybody} {get|got} this too?",
                "{I think I|I} clicked {on something|a link}",
                "{Gift card|CEO fraud} mails{ again|}",
                "{Re: |}{suspicious|strange} mail",
                '{Fake|False} invoices{ from "$org"|}',
                "{What to do|How to report} phishing",
            ),
            body=(
                (
                    (
                        '{Some of you|Three people today} got a mail that says "{your account will be closed '
                        "within $hours hours, verify now|you have unpaid shipping fees|update your password to "
                        "keep your mailbox}\". {It is fake.|Please don't click and don't answer.}"
                    ),
                    (
                        "{Is this genuine?|Could you have a look, please?} It says my {account is suspended|parcel "
                        "needs a fee of $small} and {wants my password|asks me to log in}. {The address looks odd "
                        "to me.|I have not clicked.}"
                    ),
                    (
                        "{Someone|A stranger} writes in my name from a {free mail|Gmail} address asking for {gift "
                        "cards|an urgent bank transfer|your phone number}. {That is not me!|I will never ask for "
                        "such a thing by mail.}"
                    ),
                    (
                        "I'm afraid I {clicked the link|typed in my password} {before I noticed|this morning}. "
                        "{What now?|I changed it at once and called IT.}"
                    ),
                ),
                (
                    (
                        "{If in doubt, call me.|Forward such mails to the helpdesk as attachment.|If you typed "
                        "your password, change it now and call $phone.}"
                    ),
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                FORWARD,
                REPLY,
            ),
            quoted=(
                (
                    "Dear user, your mailbox has reached its limit. Verify your account within $hours hours or it "
                    "will be suspended."
                ),
                "We could not deliver your parcel. Pay the outstanding fee of $small to release it.",
                "Are you available? I need you to buy gift cards for a client, I am in a meeting and can't talk.",
                "Congratulations! You have been selected to receive a $prize. Confirm your address today.",
                "Your payment of $amount was declined. Update your billing details to avoid interruption.",
            ),
            footer=(),
            weight=2.5,
        ),
        Kind(
            id="forwarded-joke",
            label="clean",
            sender="person",
            subjects=(
                "{Fwd|FW|Fw}: {funny|:-)|this made me laugh}",
                "{Fwd|FW}: {FW: |}{cats|lawyers|politicians}",
                "{Fw|Fwd}: {video|song} of the day",
                "{Fwd: |}{too true|haha}",
                "{Fwd|FW}: {chain letter|petition|cartoon}",
                "{Fw: |}{old|good} times",
                "{Fwd|FW}: {recipe|tickets|article}",
                "{fyi|FYI}: {article|concert}",
                "{Fwd|FW}: your {order|booking} {(for you)|}",
                "{Fwd|FW}: {minutes|call notes}",
            ),
            body=(
                (
                    "{This made my day|Too good not to share} :-)",
                    "{Thought of you|For you}!",
                    "{See below|FYI}.",
                    "{Is this something for us?|What do you think?}",
                    "{lol|haha}",
                    "{Your tickets below|Forwarding the booking}, {don't lose it|see you there}.",
                ),
            ),
            link="none",
            layouts=(
                FORWARD,
                PERSONAL,
            ),
            closings=(
                "Best,",
                "",
                "",
            ),
            quoted=(
                (
                    "A candidate, a reporter and a pollster walk into a bar. The pollster says: I expected four of "
                    "us, plus or minus two."
                ),
                "How many editors does it take to change a light bulb? Depends on the house style.",
                "The concert is on $soon at $time, doors open one hour before.",
                "Two parliaments meet. Says one: you look tired. Says the other: third reading.",
                "Your booking $ref is confirmed: two seats, $weekday $time, $city.",
            ),
        ),
        Kind(
            id="translation-job",
            label="clean",
            sender="colleague",
            subjects=(
                "{Translation|Arabic version} of {the release|page 4}",
                "{Persian|French} {text|subtitles} {by $weekday?|done}",
                '{Term|Which word} for "{ballot|oversight}"?',
                "{Proofread|Second pair of eyes}",
                "{Re: |}{glossary|translation}",
                "{Interpreter|Interpreting} on $soon",
                "{Bilingual|Two languages}: {leaflet|website}",
                "{Corrected|Corrections} {version|attached}",
                "{Subtitles|Captions} {file|for the video}",
                "{Quote|Price} for {$num pages|translation}",
            ),
            body=(
                (
                    (
                        "{Could you translate|Please translate} the attached {release|page} into "
                        "{Arabic|Persian|French} by $weekday? {About $num words.|Same tone as last time.}"
                    ),
                    (
                        "{Done!|Here it is.} I {wasn't sure about|left a comment at} the {word for "
                        '"oversight"|second paragraph}.{ Check the names.|}'
                    ),
                ),
                ("{Invoice follows.|Thanks, you're fast!|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            files=(
                "docx",
                "docx",
                "",
            ),
        ),
        Kind(
            id="volunteer-coordination",
            label="clean",
            sender="colleague",
            subjects=(
                "{Shifts|Who does what} on $weekday",
                "{Canvass|Stall} {$weekday|in $city}: {meeting point|team list}",
                "{Need|Still need} {two|$num} {drivers|people}",
                "{Leaflets|Posters} {arrived|to pick up}",
                "{Re: |}{phone bank|table}{ $time|}",
                "{Election day|E-day}: {roles|poll watchers}",
                "{Sign-up|Spreadsheet} for {shifts|food}",
                "{Thank you|Great} {all|team}!",
                "{Rain|Weather} plan",
                "{Training|Briefing} {for new volunteers|$weekday}",
            ),
            body=(
                (
                    (
                        "{Meeting point|We meet} on $weekday at $time {in front of the library|at the office}. "
                        "{Wear something warm|Bring the clipboards}.{ $mefirst has the keys.|}"
                    ),
                    (
                        "{We are still missing|I need} {two drivers|$num people} for $soon. {Please put your name "
                        "in the sheet.|Who can?}"
                    ),
                    (
                        "{The leaflets have arrived|The posters are here}: $num boxes.{ Please pick up your bundle "
                        "at the office by $weekday.|}"
                    ),
                ),
                (
                    "{My number for the day: $phone.|}",
                    "",
                ),
            ),
            calls=("{Sign-up sheet|The sheet}",),
            link="call",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            weight=1.2,
        ),
        Kind(
            id="shared-file-colleague",
            label="clean",
            sender="colleague",
            subjects=(
                "{$file|Link to $file}",
                "{Shared|Sharing} {the folder|photos|$file}",
                "{Here's the|The} {sheet|document}{ we talked about|}",
                "{Please|Can you} {fill in|comment} {today|by $weekday}",
                "{Re: |}{$file|numbers}",
                "{Form|Survey}: {t-shirt sizes|lunch|travel dates}",
                "{Too big|Files too big} for mail",
                "{Slides|Video} {from|for} $weekday",
                "{New link|Right link}, sorry",
                "{Press|Contact} list {$month|updated}",
            ),
            body=(
                (
                    (
                        "{As promised|As discussed}, {here is|this is} {the link to |}{$file|the folder with the "
                        "photos}. {Everybody in the team can edit.|View only, tell me if you need more.}"
                    ),
                    (
                        "{Please fill in|Could you fill in} the {form|sheet} by $weekday: {dates|sizes|food}.{ "
                        "Takes one minute.|}"
                    ),
                ),
                (
                    (
                        "{It opens with your work account.|Let me know if the link does not work.|Shout if you "
                        "can't get in.}"
                    ),
                    "",
                ),
            ),
            calls=("{$file|Open the document|The folder|Form}",),
            link="cloud",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            weight=2.0,
        ),
        Kind(
            id="donor-question",
            label="clean",
            sender="person",
            subjects=(
                "{Question|Question about} {my donation|my monthly gift}",
                "{Please|Can you} {cancel|change} my {gift|standing order}",
                "{Receipt|Tax receipt} {missing|for $year}",
                "{New address|Change of address}",
                "{Legacy|A gift in my will}",
                "{Did my|Has my} {transfer|gift} arrive?",
                "{Where|What} {does the money go|do you do with $amount}?",
                "{Newsletter|Please} {unsubscribe me|too many mails}",
                "{Complaint|Disappointed}",
                "{Visit|Can I visit} your office",
            ),
            body=(
                (
                    (
                        "{I have given|I've been giving} {$small a month|$amount} since {last year|$year} and "
                        "{would like to|need to} {change my bank account|pause for some months}. {How do I do "
                        "that?|My new details I'd rather give by phone.}"
                    ),
                    (
                        "{I did not get|I'm missing} my {tax receipt|receipt} for {$amount|the gift of $date}.{ "
                        "Could you send it?|}"
                    ),
                    (
                        "{Please take me off|Unsubscribe me from} {the list|your mails}. {Three mails a day are "
                        "too many, and all of them URGENT.|I still support you, just by post.}"
                    ),
                ),
                ("{Thank you for what you do.|I look forward to your answer.|My member number is $ref.}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
        ),
        Kind(
            id="list-tech",
            label="clean",
            sender="list",
            subjects=(
                "{Re: |}{Problem|Trouble} with {the build|SMTP|time zones}",
                "{Re: |}{[PATCH]|[RFC]} {fix|drop} {old|unused} {parser|config}",
                "{ANNOUNCE|[ANN]}: version {1|2}.$num{ released|}",
                "{Re: |}{how|How} to {parse|rotate} {logs|mbox files}?",
                "{Question|Newbie question}: {cron|DNS}",
                "{Re: |}{spam|phishing} {filter|rule}{ false positives|}",
                "{Bug|Crash} {on|with} {ARM|Python 3.12}",
                "{Re: |}{licence|release} {question|schedule}",
                "{Call for|Looking for} {testers|translators}",
                "{Meeting|Minutes} {of the board|on $date}",
                "{Unsubscribe|Re: unsubscribe}",
            ),
            body=(
                (
                    (
                        "{Since the upgrade|after the last update} {the build|my server} {fails|stops} with "
                        '"{connection refused|no such file}". {Anyone seen this?|Log below.}'
                    ),
                    (
                        "{This patch|The patch below} {removes|fixes} the {unused|broken} {branch|test}. {Tested "
                        "on $device.|Please review.}"
                    ),
                    "{I'd rather|Why not} {keep|drop} it: {nobody uses it|it is in the RFC}.{ Just my two cents.|}",
                    (
                        '{Our filter|The spam filter} marks the word "{viagra|lottery|password}" in list mail. '
                        "{Could we whitelist the list?|It ate the newsletter.}"
                    ),
                ),
                (
                    "{Any hint is welcome.|Thanks in advance.}",
                    "Yes, exactly.",
                    "",
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(
                "Hi,",
                "Hello all,",
                "",
            ),
            closings=(
                "Cheers,",
                "Thanks,",
                "Regards,",
                "",
            ),
            weight=2.0,
        ),
        Kind(
            id="list-policy",
            label="clean",
            sender="list",
            subjects=(
                "{Re: |}{Observers|Monitoring} in $country",
                "{Re: |}{shadow|NGO} report{ draft|}",
                "{Jobs|Consultancy}: {$country|field officer}",
                "{Statement|Sign-on}: {press law|arrests} by $weekday",
                "{Event|Side event} in $city, $soon",
                "{Re: |}{data|numbers} on {turnout|detentions}",
                "{Request|Query}: {contacts|experts} in $country",
                "{New|Fresh} {report|dataset}",
                "{Housekeeping|List rules}",
                "{Funding|Small grants} {call|deadline $soon}",
            ),
            body=(
                (
                    (
                        "{We are collecting signatures|please consider signing} {for|on} the{ joint|} statement "
                        "{below|attached}. {Deadline: $soon, $time.|Reply to me, not the list.}"
                    ),
                    (
                        "{Does anybody have|I'm looking for} {a contact|numbers} {in|on} $country?{ Off-list "
                        "replies welcome.|}"
                    ),
                    (
                        "{Our report|The new report} on $country is {out|online}: {$num interviews|findings in two "
                        "pages}.{ Comments are welcome.|}"
                    ),
                ),
                (
                    "{Please circulate.|Apologies for cross-posting.|}",
                    "",
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(
                "Dear colleagues,",
                "Dear all,",
                "",
            ),
            weight=1.2,
        ),
        Kind(
            id="forum-digest",
            label="clean",
            sender="org",
            subjects=(
                "{Digest|Daily digest}: {$num new posts|your forum}",
                "[{Forum|Community}] {New replies|Reply}: {gardening|old bikes}",
                "$org Digest, Vol $num, Issue {1|2|3}",
                "{What you missed|Top topics} this week",
                "{Private|New private} message from $mefirst",
                "{Your|A} {topic|question} {was answered|got a reply}",
                "{Moderation|Held} {request|message}",
                "{Weekly|Monthly} {summary|roundup}",
                "{Neighbours|Around $city}: {lost cat|flea market}",
                "{Welcome to|You're now a member of} the forum",
            ),
            body=(
                (
                    "{Since your last visit|Today} there were $num new posts in {topics you follow|your groups}.",
                    '$mefirst replied to "{Which seeds for a balcony?|Best route to $city}".',
                ),
            ),
            calls=("{View topic|Read more|Reply}",),
            link="call",
            layouts=(
                DIGEST,
                PLAIN,
            ),
            items=(
                "Lost cat near {the park|Mill Lane} :: {Grey, answers to Tom.|Found!}",
                "Which {printer|bike} to buy? :: {$num replies|solved}",
                "Flea market on $soon ::{ Tables from $small.|}",
                "Re: {minutes|vote} :: {I agree with $mefirst.|Please read the rules first.}",
                "Strange calls about a bank :: {Hang up, it's fraud.|Same here.}",
                "Choir seeks {tenors|basses} ::{ $weekday, $time.|}",
            ),
        ),
        Kind(
            id="apology-correction",
            label="clean",
            sender="org",
            subjects=(
                "{Oops|Sorry}! {Wrong link|We made a mistake}",
                "{Correction|CORRECTION}: {date|our last email}",
                "{Apologies|Our apologies}, $first",
                "{Right|The right} {link|time} this time",
                "{You got|Did you get} our mail twice?",
                "{Website|Our site} {was down|is back}",
                "{Event|$weekday's event} {cancelled|postponed}",
                "{Please|Kindly} ignore {our last mail|the reminder}",
                "{We're sorry|Sorry} for the {delay|inconvenience}",
                "{Update|Status}: {outage|delivery delay}",
            ),
            body=(
                (
                    (
                        "{In our last mail|Earlier today} we {sent a wrong link|gave the wrong date}. {The right "
                        "one is below.|Correct is: $soon, $time.} {Sorry!|We apologise for the confusion.}"
                    ),
                    (
                        "{Our site|The donation page} was {down|overloaded} for $hours hours. {It works again.|No "
                        "data were lost.}"
                    ),
                    (
                        "{You may have received|Some of you got} {a payment reminder|the newsletter twice}{ by "
                        "mistake|}.{ Please ignore it.|}"
                    ),
                ),
            ),
            calls=("{Correct link|Read more|See status}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
        ),
        Kind(
            id="security-notice-org",
            label="clean",
            sender="org",
            subjects=(
                "{Important|IMPORTANT} {information|notice} about your {data|account}",
                "{Notice of|Information on} a {data breach|security incident}",
                "{Please|We ask you to} {change|reset} your password",
                "{Incident|Data incident} {at our provider|report}",
                "{Your account|Account} at $org: {password reset|new login}",
                "{What happened|FAQ}: incident of $date",
                "{We have|We've} reset {your password|all passwords}",
                "{Beware|Caution}: {fake mails|fraud} in our name",
                "{Update|Final update} on the incident",
                "{Two-step|Stronger} login from $soon",
            ),
            body=(
                (
                    (
                        "On $date {we noticed|our mailing provider told us of} {unauthorised access|an intrusion} "
                        "{to|in} {a database|the member list}. {Names and addresses may have been copied; card "
                        "data and passwords were not.|We informed the authority.}"
                    ),
                    (
                        "{Someone|Somebody, we hope you,} asked to {reset|change} the password of your account at "
                        "$org.{ If it wasn't you, do nothing.|}"
                    ),
                ),
                (
                    (
                        "{Please be careful with mails that pretend to come from us.|We will not ask you for "
                        "passwords or card numbers.|Questions: call $phone.}"
                    ),
                ),
            ),
            calls=("{Read the FAQ|Set a new password|More information}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
        ),
        Kind(
            id="appointment-reminder",
            label="clean",
            sender="org",
            subjects=(
                "{Reminder|Appointment reminder}: $soon, $time",
                "{Your|Confirm your} appointment{ on $soon|}",
                "{Dentist|Check-up} {due|reminder}",
                "{Booking|Table} {confirmed|for two}{ $time|}",
                "{Car|Bike} {service|ready}",
                "{Library|Books} due{ on $soon|}",
                "{Meter|Chimney} {reading|visit} on $soon",
                "{Your|Test} results{ are ready|}",
                "{Cancelled|Moved}: appointment $soon",
                "{How was|Rate} your visit?",
            ),
            body=(
                (
                    (
                        "{This is a reminder of|We look forward to} your appointment on $soon at $time{ with "
                        "$me|}.{ If you can't come, please cancel a day before.|}"
                    ),
                    "{Your books are due|The following items are due} on $soon.{ Renew online or by phone.|}",
                    (
                        "{Your results are ready|New results}: {log in to the patient portal|call us between $time "
                        "and noon}."
                    ),
                ),
                ("{Bring your card.|Parking behind the house.|}",),
            ),
            calls=("{Confirm|Reschedule|Renew|Log in}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="landlord-classified",
            label="clean",
            sender="person",
            subjects=(
                "{Flat|Room} in $city {still free?|viewing $weekday}",
                "{Re: |}your {ad|bike|sofa}",
                "{Heating|Water} {off|repair} on $weekday",
                "{Rent|Service charges} $year",
                "{Keys|Deposit}",
                "{Viewing|Visit} {at $time|on $weekday}",
                "{Sofa|Table} {to give away|pick up}",
                "{Noise|Party} {on $weekday|next door}",
                "{Sold|Already sold}, sorry",
                "{Insurance|Water damage}: {photos|report}",
            ),
            body=(
                (
                    (
                        "{Is the flat|Is the bike} still {free|available}? {I could come|We'd come} on $weekday "
                        "after $time. {We are two, quiet, with jobs.|I'd pay $amount in cash.}"
                    ),
                    "{The heating|The water} will be off on $weekday from $time{ for two hours|}.{ Sorry.|}",
                    (
                        "{Attached|Here is} the {statement of service charges|bill}: $amount {back to you|still to "
                        "pay}.{ To the usual account.|}"
                    ),
                ),
                ("{Call me on $phone.|Greetings from the third floor.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            files=(
                "",
                "",
                "pdf",
            ),
        ),
        Kind(
            id="board-finance",
            label="clean",
            sender="colleague",
            subjects=(
                "{Payment|Transfer} {approval|run}{ $weekday|}",
                "{Budget|Cash} {forecast|update}{ $month|}",
                "{Bank|New bank} {signatories|card}",
                "{Invoice|Receipt} {missing|from $org}",
                "{Please approve|Can you approve}: $amount{ to $org|}",
                "{Audit|Auditor}: {documents|questions}",
                "{Grant|Donor} report{ due $soon|}",
                "{Salary|Payroll} {run|file}",
                "{Petty cash|Expenses}{ $month|}",
                "{Re: |}{VAT|tax} {return|question}",
            ),
            body=(
                (
                    (
                        "{Please approve|Two signatures needed for} the {payment run|transfer of $amount to $org} "
                        "in the banking app {before $time|today}. {Invoice attached; checked with $mefirst on the "
                        "phone.|The usual suppliers.}"
                    ),
                    (
                        "{The auditor asks for|We still miss} {the receipts of $month|the contract with $org}.{ "
                        "Could you look in your folder?|}"
                    ),
                    (
                        "{Attached|Here's} the {forecast|budget}: we are $percent {under|over} plan.{ Talk on "
                        "$weekday.|}"
                    ),
                ),
                ("{Thanks!|Ask me if unclear.|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=("This email and any attachments are confidential and intended only for the addressee.",),
            files=(
                "xlsx",
                "pdf",
                "",
            ),
            weight=1.2,
        ),
        Kind(
            id="campaign-staff",
            label="clean",
            sender="colleague",
            subjects=(
                "{Talking points|Lines to take} for {$time|tonight}",
                "{Debate|Speech} {prep|draft}",
                "{Schedule|Candidate schedule} {$weekday|$soon}",
                "{Polling|Focus group} {$month|results}",
                "{Opposition|Press} {research|clips}",
                "{Ad|TV} buy{ $city|}",
                "{URGENT|urgent}: {quote|statement} needed by $time",
                "{Endorsement|Endorsements}: {call list|update}",
                "{Crisis|Rumour} {call|at $time}",
                "{Re: |}{stump speech|walk list|events}",
            ),
            body=(
                (
                    (
                        "{Candidate's day|Schedule} $weekday: $time {breakfast with nurses|radio}, then "
                        "{$city|town hall}. {Car leaves at half past.|Staff contact: $mefirst, $phone.}"
                    ),
                    (
                        "{Need|I need} a line on {the strike|the leaked memo} ASAP, {press calls every minute|they "
                        'go live at $time}.{ Suggest: "we let the facts speak".|}'
                    ),
                    (
                        "{Numbers|The numbers} moved: $percent among {young voters|undecided}. {Don't share "
                        "outside the room.|Confidential, please.}"
                    ),
                ),
                ("{Ring me.|Thoughts?|}",),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            weight=1.2,
        ),
    ),
)
