"""Bad mail in English."""

from training.synth.schema import NOTICE, Book, Kind

BOOK = Book(
    lang="en",
    kinds=(
        Kind(
            id="password-expiry", label="malicious", sender="house", subjects=("Password for $email expires {today|soon}",),
            body=(("Your password expires in $hours hours. Amount $amount $small $big $date $soon $phone",),), calls=("Keep password",),
            layouts=(NOTICE, "plain", "personal", "bulk", "digest", "image", "reply", "forward"),
            rows=(("IP", "$ip"),), items=("A $city :: text",), files=("", "pdf", "html", "zip", "docx", "xlsx", "ics", "png", "txt", "eml"),
            twin=False,
        ),
    ),
)  # fmt: skip
