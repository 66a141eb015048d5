"""The storylines: who writes, in which order, and in which facts attack and twin differ."""

from __future__ import annotations

from training.threads.schema import Plot

_HARVEST = "builder cloud form alike brand-alike short redirect odd"
_SHARED = "partner drive onedrive transfer"
_TALK = "h:real h:self"
EVERYDAY = "everyday"

_ATTACKS = (
    # look-alikes of partner and own domain
    Plot("sheet-review", "look-alike-partner", "partner-alike", f"{_TALK} mask", (_HARVEST, _SHARED)),
    Plot("agenda-attached", "look-alike-partner", "partner-alike", f"{_TALK} mask+file+quote", files=("pdf_link docx_link docx_macro html_form", "pdf_plain docx_plain"), links=(_HARVEST, "partner")),
    Plot("colleague-file", "look-alike-own", "colleague-alike", "mask", (_HARVEST, "own drive onedrive")),
    Plot("policy-sign", "look-alike-own", "colleague-alike", "mask+notice", ("own-alike builder cloud", "own")),
    # principals
    Plot("are-you-free", "principal-webmail", "principal-webmail", "mask self mask"),
    Plot("gift-cards", "gift-cards", "principal-webmail", "mask self mask"),
    Plot("send-files", "principal-webmail", "principal-webmail", "mask"),
    Plot("wire-today", "wire-request", "principal-webmail", "mask self mask"),
    Plot("forged-wire", "forged-internal", "forged", "mask"),
    Plot("forged-doc", "forged-internal", "forged", "mask", ("own-alike cloud builder form", "own drive")),
    Plot("private-mail", "private-account", "private-account", "mask", (_HARVEST, "drive transfer")),
    Plot("partner-private", "private-account", "partner-webmail", f"{_TALK} mask", (_HARVEST, _SHARED)),
    # hijacked threads
    Plot("hijack-link", "thread-hijack", "taken-over", f"{_TALK} mask+quote", (_HARVEST, _SHARED)),
    Plot("hijack-file", "thread-hijack", "taken-over", f"{_TALK} mask+quote+file", files=("locked archive html_smuggle html_form lnk iso docx_template", "pdf_plain docx_plain xlsx_plain")),
    Plot("hijack-copy", "thread-hijack-look-alike", "partner-alike", f"{_TALK} mask+quote", (_HARVEST, _SHARED)),
    Plot("hijack-copy-bank", "bank-details", "partner-alike", f"{_TALK} mask+quote"),
    Plot("never-sent", "reply-never-sent", "partner-alike", f"{_TALK} mask+unseen", (_HARVEST, _SHARED)),
    Plot("never-sent-file", "reply-never-sent", "partner-webmail", f"{_TALK} mask+unseen+file", files=("locked html_form archive docx_macro", "pdf_plain docx_plain")),
    # patient openings
    Plot("interview", "patient-opening", "press", "mask self mask self mask", ("builder meeting-alike cloud short", "meeting news drive")),
    Plot("interview-questions", "patient-opening", "press", "mask self mask+file", files=("locked docx_template docx_macro pdf_link", "docx_plain pdf_plain"), links=(_HARVEST, "news")),
    Plot("conference", "patient-opening", "organiser", "mask self mask", ("builder form brand-alike odd", "news partner")),
    Plot("think-tank-paper", "patient-opening", "scholar", "mask self mask", ("builder cloud brand-alike short", "drive onedrive partner")),
    Plot("research-survey", "patient-opening", "scholar", "mask self mask", ("consent builder cloud", "news form")),
    Plot("article-comment", "patient-opening", "press", "mask self mask", (_HARVEST, "drive news")),
    Plot("fellowship", "patient-opening", "scholar", "mask self mask", ("builder form brand-alike", "news partner")),
    Plot("vouching", "multi-persona", "scholar", "mask second self mask", ("builder cloud brand-alike", "drive partner")),
    Plot("editor-follows", "multi-persona", "press", "mask self second", ("meeting-alike builder short", "meeting news")),
    Plot("panel-cc", "multi-persona", "organiser", "mask+cc second mask", ("builder odd form", "news meeting")),
    # other channels
    Plot("to-signal", "move-channel", "press", "mask self mask", ("chat", "news")),
    Plot("to-whatsapp", "move-channel", "principal-webmail", "mask"),
    Plot("to-private", "move-channel", "partner-webmail", f"{_TALK} mask self mask", (_HARVEST, _SHARED)),
    Plot("known-name-chat", "move-channel", "partner-webmail", "mask"),
    Plot("scholar-chat", "move-channel", "scholar", "mask self mask"),
    Plot("authority-chat", "move-channel", "authority", "mask"),
    Plot("callback-invoice", "callback", "posing:paypal", "mask+notice"),
    Plot("callback-renewal", "callback", "supplier", f"{_TALK} mask+file", files=("pdf_plain", "pdf_plain")),
    # consent and codes
    Plot("oauth-app", "oauth-consent", "scholar", "mask self mask", ("consent", "partner news")),
    Plot("oauth-colleague", "oauth-consent", "colleague-alike", "mask", ("consent", "own")),
    Plot("device-code", "device-code", "organiser", "mask self mask", ("device", "meeting")),
    Plot("device-code-it", "device-code", "it", "mask", ("device", "own")),
    Plot("code-readout", "code-read-out", "press", "mask self mask"),
    Plot("code-colleague", "code-read-out", "private-account", "mask"),
    # QR and shared documents
    Plot("qr-image", "qr", "it", "mask+file", ("own-alike cloud odd", "own"), ("image pdf_qr", "image pdf_qr")),
    Plot("qr-badge", "qr", "organiser", "mask+file", ("odd builder brand-alike", "news partner"), ("pdf_qr image", "pdf_qr image")),
    Plot("drive-share", "shared-document", "posing:drive", "mask+notice", ("builder cloud brand-alike redirect form", "brand")),
    Plot("sharepoint-share", "shared-document", "posing:sharepoint", "mask+notice", ("brand-alike cloud builder redirect", "brand")),
    Plot("partner-share", "shared-document", "taken-over", f"{_TALK} mask", ("builder form cloud", "drive onedrive transfer")),
    Plot("e-sign", "shared-document", "posing:docusign", "mask+notice", ("cloud brand-alike redirect odd", "brand")),
    # files
    Plot("smuggle-invite", "html-smuggling", "organiser", "mask+file", files=("html_smuggle svg_script", "pdf_plain ics"), links=("odd", "news")),
    Plot("macro-form", "macro-document", "authority", "mask+file", files=("docx_macro docx_template", "docx_plain pdf_plain")),
    Plot("template-paper", "macro-document", "scholar", "mask self mask+file", files=("docx_template docx_macro", "docx_plain")),
    Plot("locked-archive", "password-archive", "press", "mask+file", files=("locked", "locked-honest")),
    Plot("locked-evidence", "password-archive", "stranger", "mask+file", files=("locked", "locked-honest pdf_plain")),
    Plot("double-cv", "double-extension", "stranger", "mask+file", files=("double archive", "pdf_plain docx_plain")),
    Plot("shortcut-photos", "lnk-iso", "friend", "mask+file", files=("lnk iso url_file archive", "zip_plain png_plain pdf_plain")),
    Plot("invite-foreign", "calendar-invite", "partner-alike", f"{_TALK} mask+file", ("meeting-alike builder", "meeting"), ("ics", "ics")),
    Plot("invite-stranger", "calendar-invite", "organiser", "mask+file", ("meeting-alike short", "meeting"), ("ics", "ics")),
    # money
    Plot("bank-change", "bank-details", "supplier", f"{_TALK} mask"),
    Plot("supplier-invoice", "invoice", "supplier", f"{_TALK} mask+file", files=("pdf_plain pdf_link", "pdf_plain"), links=("alike odd", "partner")),
    Plot("payroll", "payroll-change", "principal-webmail", "mask self mask"),
    Plot("payroll-colleague", "payroll-change", "forged", "mask"),
    # IT and accounts
    Plot("mfa-reset", "helpdesk-mfa", "it", "mask", ("own-alike cloud builder", "own")),
    Plot("mfa-ask", "helpdesk-mfa", "private-account", "mask"),
    Plot("state-attack", "account-alert", "posing:google", "mask+notice", ("brand-alike redirect builder cloud", "brand")),
    Plot("new-signin", "account-alert", "posing:microsoft", "mask+notice", ("brand-alike redirect cloud ip", "brand")),
    Plot("proton-alert", "account-alert", "posing:proton", "mask+notice", ("brand-alike odd cloud", "brand")),
    Plot("quota", "mailbox-quota", "it", "mask+notice", ("own-alike cloud form builder", "own")),
    Plot("expiry", "password-expiry", "it", "mask+notice", ("own-alike cloud ip", "own")),
    Plot("voicemail", "voicemail-fax", "it", "mask+notice+file", ("own-alike cloud odd", "own"), ("html_form svg_script none", "none")),
    Plot("security-check", "fake-security-vendor", "friend", "mask", ("download odd builder", "partner")),
    Plot("audit-it", "fake-security-vendor", "it", "mask", ("download own-alike", "own")),
    Plot("breach-notice", "fake-security-vendor", "vendor", "mask", ("download odd builder cloud", "partner")),
    Plot("intrusion-logs", "fake-security-vendor", "vendor", "mask self mask"),
    Plot("ads-admin", "admin-invitation", "posing:meta", "mask+notice", ("brand-alike builder redirect", "brand")),
    Plot("list-admin", "admin-invitation", "posing:mailchimp", "mask+notice", ("brand-alike cloud", "brand")),
    Plot("list-paused", "newsletter-admin", "posing:mailchimp", "mask+notice", ("brand-alike cloud odd builder", "brand")),
    Plot("sender-domain", "newsletter-admin", "posing:brevo", "mask+notice", ("brand-alike odd form", "brand")),
    Plot("api-key", "newsletter-admin", "posing:sendgrid", "mask+notice", ("brand-alike cloud redirect", "brand")),
    Plot("subscriber-export", "newsletter-admin", "it", "mask"),
    # elections
    Plot("observer-badge", "election-documents", "authority", "mask", ("alike builder form odd", "partner")),
    Plot("ballot-proof", "election-documents", "authority", "mask+file", files=("locked archive html_form pdf_link", "pdf_plain"), links=("alike odd", "partner")),
    Plot("voter-file", "data-request", "principal-webmail", "mask self mask"),
    Plot("staff-list", "data-request", "authority", "mask"),
    Plot("member-list", "data-request", "partner-alike", f"{_TALK} mask"),
    Plot("donor-export", "data-request", "partner-webmail", f"{_TALK} mask"),
    Plot("itinerary", "data-request", "press", "mask self mask"),
    Plot("source-names", "data-request", "principal-webmail", "mask"),
    Plot("pay-audit", "data-request", "friend", "mask"),
    # commands, programs, meetings
    Plot("paste-command", "clickfix", "organiser", "mask self mask", ("odd builder meeting-alike", "meeting")),
    Plot("paste-it", "clickfix", "it", "mask", ("odd builder ip", "own")),
    Plot("remote-help", "remote-access", "it", "mask", ("download odd", "own")),
    Plot("meeting-update", "fake-meeting-update", "press", "mask self mask", ("download meeting-alike", "meeting")),
    Plot("meeting-notice", "fake-meeting-update", "posing:zoom", "mask+notice", ("meeting-alike download brand-alike", "brand")),
)  # fmt: skip

_DAILY = (
    Plot("day-partner", EVERYDAY, "known", "mask self"),
    Plot("day-partner-file", EVERYDAY, "known", "mask+file", files=("", "pdf_plain docx_plain xlsx_plain pdf_link"), links=("", "partner")),
    Plot("day-partner-link", EVERYDAY, "known", "mask self mask+quote", ("", "partner drive onedrive transfer short builder form")),
    Plot("day-colleague", EVERYDAY, "colleague", "mask self"),
    Plot("day-colleague-link", EVERYDAY, "colleague", "mask", ("", "own drive form")),
    Plot("day-urgent", EVERYDAY, "colleague", "mask self"),
    Plot("day-supplier", EVERYDAY, "known", "mask+file", files=("", "pdf_plain")),
    Plot("day-first-partner", EVERYDAY, "friend", "mask self mask", ("", "partner drive form news")),
    Plot("day-voter", EVERYDAY, "stranger", "mask self"),
    Plot("day-volunteer", EVERYDAY, "stranger", "mask+file", files=("", "pdf_plain docx_plain png_plain none")),
    Plot("day-journalist", EVERYDAY, "press-real", "mask self mask", ("", "news meeting")),
    Plot("day-freelance", EVERYDAY, "stranger", "mask self"),
    Plot("day-student", EVERYDAY, "stranger", "mask", ("", "form drive")),
    Plot("day-tip", EVERYDAY, "stranger", "mask"),
    Plot("day-tip-file", EVERYDAY, "stranger", "mask+file", files=("", "pdf_plain png_plain locked-honest docx_plain")),
    Plot("day-signal", EVERYDAY, "known", "mask", ("", "chat")),
    Plot("day-new-address", EVERYDAY, "new-address", "mask"),
    Plot("day-new-phone", EVERYDAY, "known", "mask"),
    Plot("day-travel", EVERYDAY, "travel", "mask self"),
    Plot("day-drive-known", EVERYDAY, "known", "mask", ("", "drive onedrive")),
    Plot("day-drive-new", EVERYDAY, "friend", "mask", ("", "drive onedrive transfer")),
    Plot("day-drive-notice", EVERYDAY, "real:drive", "mask+notice", ("", "brand")),
    Plot("day-reset", EVERYDAY, "real:google", "mask+notice", ("", "brand")),
    Plot("day-signin", EVERYDAY, "real:microsoft", "mask+notice", ("", "brand")),
    Plot("day-sign-in-code", EVERYDAY, "real:dropbox", "mask+notice"),
    Plot("day-e-sign", EVERYDAY, "real:docusign", "mask+notice", ("", "brand")),
    Plot("day-zoom", EVERYDAY, "real:zoom", "mask+notice", ("", "brand")),
    Plot("day-event", EVERYDAY, "real:eventbrite", "mask+notice", ("", "brand")),
    Plot("day-invite", EVERYDAY, "known", "mask+file", ("", "meeting"), ("", "ics")),
    Plot("day-receipt", EVERYDAY, "real:paypal", "mask+notice", ("", "brand")),
    Plot("day-newsletter", EVERYDAY, "news", "mask+notice", ("", "news")),
    Plot("day-it", EVERYDAY, "it-real", "mask", ("", "own")),
    Plot("day-private", EVERYDAY, "private-real", "mask"),
    Plot("day-thanks", EVERYDAY, "known", "mask"),
)  # fmt: skip

PLOTS: dict[str, Plot] = {plot.id: plot for plot in _ATTACKS + _DAILY}
"""Id -> storyline."""
