from __future__ import annotations

import io
import json
from datetime import UTC, datetime

from tocsin.formats.container import OpenFile
from tocsin.formats.directories import all_directories, merged, read
from tocsin.model.activity import BadField, Unreadable
from tocsin.model.directory import Enrolment
from tocsin.model.sentence import say
from tocsin.model.source import Unread


def found(octets: bytes) -> list[Enrolment | BadField | Unreadable]:
    return list(read([OpenFile("users", io.BytesIO(octets), octets[: 1 << 15])]))


def one(octets: bytes) -> Enrolment:
    (only,) = found(octets)
    assert isinstance(only, Enrolment), only
    return only


GOOGLE = (
    "First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],"
    "Recovery Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],2sv Enrolled [READ ONLY],2sv Enforced [READ ONLY]\n"
)


def test_the_table_of_google_says_who_is_enrolled_and_how_one_gets_back_in() -> None:
    rows = "Dana,Example,Dana@example.org,Active,2026/04/30 15:15:08,dana@example.net,,True,False\n"
    assert one((GOOGLE + rows).encode()) == Enrolment(
        "dana@example.org", "google", "Dana Example", second_factor=True, factors=("other",), second_factor_enforced=False,
        recovery_email=True, recovery_phone=False, last_sign_in=datetime(2026, 4, 30, 15, 15, 8, tzinfo=UTC),
        never_signed_in=False, suspended=False, file="users", offset=len(GOOGLE),
    )  # fmt: skip


def test_who_never_signed_in_has_no_time_and_is_no_bad_value() -> None:
    never = one((GOOGLE + "Sami,Example,sami@example.org,Suspended,Never logged in,,,False,False\n").encode())
    assert (never.last_sign_in, never.never_signed_in, never.suspended, never.second_factor) == (
        None,
        True,
        True,
        False,
    )


def test_what_a_table_has_no_column_for_is_unknown() -> None:
    short = one(b"Email Address [Required],Org Unit Path [Required]\ndana@example.org,/\n")
    assert (short.second_factor, short.recovery_email, short.suspended, short.admin) == (None, None, None, None)


def test_users_of_google_s_api_are_read_and_what_it_leaves_out_is_unknown() -> None:
    user = {
        "kind": "admin#directory#user", "primaryEmail": "dana@example.org", "name": {"fullName": "Dana Example"},
        "isAdmin": False, "isDelegatedAdmin": True, "suspended": False, "archived": False,
        "lastLoginTime": "1970-01-01T00:00:00.000Z", "isEnrolledIn2Sv": True, "isEnforcedIn2Sv": True,
    }  # fmt: skip
    read_user = one(json.dumps({"kind": "admin#directory#users", "users": [user]}).encode())
    assert (read_user.admin, read_user.never_signed_in, read_user.recovery_email) == (True, True, None)
    assert (read_user.second_factor, read_user.second_factor_enforced) == (True, True)


def test_entra_s_report_names_the_kinds() -> None:
    person = {
        "id": "1", "userPrincipalName": "Dana@example.org", "userDisplayName": "Dana", "isAdmin": True,
        "isMfaRegistered": True, "methodsRegistered": ["mobilePhone", "microsoftAuthenticatorPush", "fido2SecurityKey", "email"],
    }  # fmt: skip
    read_person = one(json.dumps({"@odata.context": "x", "value": [person]}).encode())
    assert read_person.factors == ("passkey", "push", "sms")
    assert (read_person.passkey, read_person.admin, read_person.recovery_email, read_person.recovery_phone) == (
        True,
    ) * 4
    assert read_person.second_factor_enforced is None


def test_entra_s_table_and_methods_that_are_not_known() -> None:
    octets = b'userPrincipalName,isMfaRegistered,methodsRegistered\ndana@example.org,False,"email,teleport"\n'
    wrong, person = found(octets)
    assert isinstance(wrong, BadField)
    assert (wrong.field, wrong.problem) == ("methodsRegistered[]", "unknown-value")
    assert isinstance(person, Enrolment)
    assert (person.second_factor, person.factors, person.passkey, person.recovery_email) == (
        False,
        ("other",),
        False,
        True,
    )


def test_users_and_factors_of_okta_come_together() -> None:
    user = {"id": "1", "status": "ACTIVE", "lastLogin": "2026-04-30T08:00:00.000Z",
            "profile": {"login": "dana@example.org", "firstName": "Dana", "secondEmail": None}}  # fmt: skip
    factors = [
        {
            "id": "f1",
            "factorType": kind,
            "provider": "OKTA",
            "status": status,
            "profile": {"credentialId": "dana@example.org"},
        }
        for kind, status in (("push", "ACTIVE"), ("webauthn", "ACTIVE"), ("sms", "PENDING_ACTIVATION"))
    ]
    items = [item for item in found(json.dumps([user, *factors]).encode()) if isinstance(item, Enrolment)]
    (person,) = merged(items)
    assert (person.factors, person.passkey, person.second_factor) == (("passkey", "push"), True, True)
    assert (person.name, person.recovery_email, person.never_signed_in) == ("Dana", False, False)


def test_duo_s_bypass_is_no_second_factor_that_is_enforced() -> None:
    user = {"username": "dana", "email": "dana@example.org", "status": "bypass", "is_enrolled": True, "last_login": 1777622400,
            "phones": [{"capabilities": ["auto", "push", "sms", "mobile_otp"]}], "tokens": [], "webauthncredentials": []}  # fmt: skip
    person = one(json.dumps({"stat": "OK", "response": [user]}).encode())
    assert (person.factors, person.passkey, person.second_factor_enforced) == (("code", "push", "sms"), False, False)
    assert person.last_sign_in == datetime(2026, 5, 1, 8, tzinfo=UTC)


def test_what_is_no_directory_is_told() -> None:
    codes = [item.code for item in found(b'[{"a": 1}, {"primaryEmail":') if isinstance(item, Unreadable)]
    assert codes == ["unknown-provider", "cut-off"]
    hint = say("there is no such file or folder")
    assert list(read([Unread("none", "not-found", hint)])) == [Unreadable("none", 0, "not-found", hint)]


def test_each_directory_is_found_by_its_provider() -> None:
    assert set(all_directories()) == {"google", "entra", "okta", "duo"}
