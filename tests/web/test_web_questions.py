"""What a partner's link opens and takes: its own form and nothing else, given only when it says so."""

import asyncio
import datetime as dt
import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from regional.access.headers import SecurityHeaders
from regional.publishing.invitations import Invitations
from regional.questionnaire.questions import PARTS
from regional.texts import Message
from regional.web import questions
from regional.web.questions import ADDRESS, LARGEST, QuestionRoutes
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import OwnAnswer, PageBack, Question
from regional.workspace.workspace import Workspace

BEGIN = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
CLOSED = "Deze pagina gaat niet open"
SECRET = "Een rustige plek met koffie"
NEEDS = {"needs": {"codes": [], "words": SECRET}}
WHOLE = {part_id: {"codes": ["dont_know"]} for part_id in PARTS}


class Museum:
    """A museum's links, at a moment that can be moved, and a partner's browser."""

    def __init__(self):
        self.workspace, self.now, self.is_away, self.signed_in = Workspace.in_memory(), BEGIN, False, False
        rows = [{"naam": "Stichting De <Kring>"}, {"naam": "Atelier Bos", "bedrag_naar_partner": "98765"}]
        self.workspace.versions.keep(rows, "lijst")
        self.workspace.museums.save(self.workspace.museum().changed(name="Museum Zuid", vision="Voor iedereen"))
        self.kring, self.bos = [row.partner_id for row in self.workspace.versions.rows()]
        self.links = Invitations(self.workspace, lambda: self.now)
        self.restart()

    def restart(self):
        places = lambda: ("Heerlen", "Kerkrade")  # noqa: E731
        routes = QuestionRoutes(self._reached, places, lambda _: self.signed_in).routes()
        app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        self.client = TestClient(app, base_url="https://museum.example")

    def _reached(self):
        if self.is_away:
            raise WorkspaceError(Message.of("We cannot reach what you kept. Is the disk or the database server there?"))
        return self.links

    def link(self, partner_id=""):
        (token,) = self.links.make([partner_id or self.kring]).values()
        return token

    def get(self, token, rest=""):
        return self.client.get(f"{ADDRESS}?link={token}{rest}")

    def post(self, deed, token, answers=NEEDS, **headers):
        sent = {"content-type": "application/json", "sec-fetch-site": "same-origin"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return self.client.post(
            f"{ADDRESS}/{deed}?link={token}", content=json.dumps({"answers": answers}), headers=sent
        )

    def waiting(self):
        return self.workspace.responses.list(state="waiting")

    def keep(self):
        for record in self.waiting():
            self.workspace.responses.save(record.changed(state="kept"))

    def all_bytes(self):
        """Return everything in the database, as it is on disk."""
        with self.workspace.database.bare() as connection:
            return connection.connection.dbapi_connection.serialize()


@pytest.fixture
def museum():
    return Museum()


def test_it_shows_its_own_partner_the_questions_and_nothing_else_of_the_museum(museum):
    answer = museum.get(museum.link())
    assert answer.status_code == 200
    assert "Stichting De &lt;Kring&gt;" in answer.text
    assert all(words in answer.text for words in ("Museum Zuid", "Voor iedereen", "Heerlen", "7 januari 2027"))
    assert answer.text.count("<fieldset") == len(PARTS)
    assert not [words for words in ("Atelier", "98765", "_stcore", "websocket", museum.kring) if words in answer.text]
    assert len(answer.content) < 100_000


def test_it_is_kept_out_of_caches_search_engines_frames_and_other_sites_logs(museum):
    headers = museum.get(museum.link()).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "set-cookie" not in headers


def test_what_is_typed_is_resumed_with_the_link_and_seen_by_nobody_else(museum):
    token = museum.link()
    assert museum.post("save", token).status_code == 204
    museum.restart()
    assert SECRET in museum.get(token).text
    assert museum.waiting() == ()
    assert SECRET.encode() not in museum.all_bytes()
    assert token.encode() not in museum.all_bytes()


def test_opening_changes_nothing(museum):
    token = museum.link()
    before = museum.workspace.invitations.list()
    museum.get(token)
    museum.client.head(f"{ADDRESS}?link={token}")
    assert museum.workspace.invitations.list() == before
    assert museum.client.get(f"{ADDRESS}/send?link={token}").status_code == 405


def test_what_is_sent_waits_and_can_be_changed_until_somebody_looked(museum):
    token = museum.link()
    museum.post("send", token)
    museum.post("send", token, WHOLE)
    (record,) = museum.waiting()
    assert (record.way, record.partner_id, record.given_on) == ("link", museum.kring, BEGIN.date())
    assert record.said.keys() == PARTS.keys()
    assert museum.links.list()[0].sent_at == BEGIN
    museum.keep()
    museum.post("send", token, WHOLE)
    assert museum.waiting() == ()
    museum.post("send", token)
    (record,) = museum.waiting()
    assert record.said == {"needs": {"codes": [], "words": SECRET}}
    assert record.is_wiped, "the other answers were taken back"


def test_a_change_after_sending_is_said_not_to_be_given_yet(museum):
    token = museum.link()
    museum.post("send", token)
    assert "U hebt dit verstuurd" in museum.get(token).text
    museum.post("save", token, WHOLE)
    assert "Verstuur het opnieuw" in museum.get(token).text
    assert SECRET in str(museum.waiting()[0].said)


def test_a_partner_wipes_what_it_gave_and_what_was_kept_waits_as_taken_back(museum):
    token = museum.link()
    museum.post("send", token)
    assert museum.post("wipe", token).status_code == 204
    assert museum.workspace.responses.list() == ()
    assert SECRET not in museum.get(token).text
    museum.post("send", token)
    museum.keep()
    museum.post("wipe", token)
    (record,) = museum.waiting()
    assert (record.said, record.is_wiped) == ({}, True)


def test_it_opens_with_what_was_answered_in_earlier_years_and_with_our_own_answers(museum):
    museum.workspace.questions.add(Question(partner_id=museum.kring, question="needs", answer="Stilte",
                                            answered_on=dt.date(2024, 5, 1)))  # fmt: skip
    museum.workspace.own_answers.add(OwnAnswer(question="needs", answer="Onze eigen wens"))
    page = museum.get(museum.link()).text
    assert "Stilte</textarea>" in page
    assert "Onze eigen wens" in page


def dead(museum):
    """Return tokens of every kind that opens nothing."""
    withdrawn, renewed, expired = museum.link(), museum.link(), museum.link(museum.bos)
    museum.links.withdraw([museum.kring])
    museum.links.make([museum.bos])
    museum.now = BEGIN + dt.timedelta(weeks=7)
    return [withdrawn, renewed, expired, withdrawn[:-1] + "*", "A" * 43, "", "%00", "%ED%A0%80", "é"]


def test_every_link_that_opens_nothing_sees_one_polite_page_and_takes_nothing(museum):
    tokens = dead(museum)
    answers = [museum.get(token) for token in tokens]
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert CLOSED in answers[0].text
    museum.restart()
    assert {museum.post(deed, tokens[0]).status_code for deed in ("save", "send", "wipe")} == {404}
    assert [museum.post("send", token).status_code for token in tokens[1:6]] == [404] * 5
    assert museum.workspace.responses.list() == ()


def test_a_link_closes_at_the_end_of_its_last_day_and_its_draft_goes(museum):
    token = museum.link()
    museum.post("save", token)
    museum.now = dt.datetime(2027, 1, 7, 23, 59, tzinfo=dt.UTC)
    assert SECRET in museum.get(token).text
    museum.links.forget_drafts()
    assert museum.links.list()[0].draft
    museum.now += dt.timedelta(minutes=1)
    assert CLOSED in museum.get(token).text
    museum.links.forget_drafts()
    assert museum.links.list()[0].draft == ""


def test_a_token_of_one_partner_opens_and_fills_only_its_own(museum):
    kring, bos = museum.link(), museum.link(museum.bos)
    museum.post("save", kring)
    assert SECRET not in museum.get(bos).text
    # Swapped in the database itself: what one typed is sealed for its own link.
    first, second = museum.workspace.invitations.list()
    museum.workspace.invitations.save(second.changed(draft=first.draft))
    assert SECRET not in museum.get(bos).text
    museum.post("send", bos)
    assert [record.partner_id for record in museum.waiting()] == [museum.bos]


def test_an_erased_partner_is_closed_for_good_whatever_is_put_back(museum):
    token = museum.link()
    museum.post("send", token)
    backup = museum.workspace.backup()
    invitation = museum.links.list()[0]
    museum.workspace.erase(museum.kring)
    assert CLOSED in museum.get(token).text
    assert museum.post("send", token).status_code == 404
    museum.workspace.restore_backup(backup)
    assert museum.workspace.responses.list() == ()
    assert museum.workspace.invitations.list() == ()
    assert CLOSED in museum.get(token).text
    # Even a row that somebody puts back by hand, for another partner, opens nothing: the token has a tombstone.
    museum.workspace.invitations.add(invitation.changed(revision=0, partner_id=museum.bos))
    assert CLOSED in museum.get(token).text


def test_a_withdrawn_link_stays_closed_after_a_backup_and_no_draft_is_in_one(museum):
    token = museum.link()
    museum.post("save", token)
    backup = museum.workspace.backup()
    museum.links.withdraw([museum.kring])
    assert museum.links.list()[0].draft == ""
    museum.workspace.restore_backup(backup)
    assert CLOSED in museum.get(token).text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_type": "text/plain"}, 403),
        ({"content_type": "application/x-www-form-urlencoded"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "", "origin": "https://elsewhere.example"}, 403),
        ({"sec_fetch_site": "", "origin": "https://museum.example"}, 204),
    ],
)
def test_another_site_sends_nothing_through_a_partners_browser(museum, headers, status):
    token = museum.link()
    assert museum.post("send", token, **headers).status_code == status
    assert len(museum.waiting()) == (status == 204)


def test_what_is_too_large_no_answer_or_too_much_is_refused(museum):
    token = museum.link()
    assert museum.post("save", token, {"needs": {"words": "x" * LARGEST}}).status_code == 413
    assert museum.post("save", token, ["x"]).status_code == 400
    assert museum.post("upload", token).status_code == 404
    headers = {"content-type": "application/json"}
    for body in ("{" * 5_000, "[" * 50_000, "null", "3", '{"other": 1}', "\xff"):
        assert museum.client.post(f"{ADDRESS}/save?link={token}", content=body, headers=headers).status_code == 400
    assert museum.post("send", token, {"needs": {"words": "\ud800 \x00 mooi"}, "nonsense": {"words": "x"},
                                       "stage": {"codes": ["supergoed"]}}).status_code == 204  # fmt: skip
    (record,) = museum.waiting()
    assert record.said == {"needs": {"codes": [], "words": "mooi"}}
    assert record.unread == {"stage": ["supergoed"]}
    statuses = [museum.post("save", token).status_code for _ in range(80)]
    assert statuses[0] == 204
    assert statuses[-1] == 429


def sent_piece_by_piece(museum, receive):
    """Return the status of a save whose body comes from ``receive``, as a server hears it."""
    told = []

    async def send(message):
        told.append(message)

    headers = [(b"content-type", b"application/json"), (b"sec-fetch-site", b"same-origin")]
    scope = {"type": "http", "method": "POST", "path": f"{ADDRESS}/save", "root_path": "", "scheme": "https",
             "query_string": f"link={museum.link()}".encode(), "headers": headers,
             "client": ("203.0.113.7", 1)}  # fmt: skip
    asyncio.run(museum.client.app(scope, receive, send))
    return told[0]["status"]


def test_a_request_that_comes_letter_by_letter_or_breaks_off_holds_nothing(museum, monkeypatch):
    monkeypatch.setattr(questions, "PATIENCE", 0.02)

    async def slowly():
        await asyncio.sleep(0.005)
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def gone():
        return {"type": "http.disconnect"}

    assert sent_piece_by_piece(museum, slowly) == 408
    assert sent_piece_by_piece(museum, gone) == 400
    assert museum.links.list()[-1].draft == ""


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["", "/save", "/send", "/wipe"])
def test_other_methods_do_nothing(museum, method, path):
    answer = museum.client.request(method, f"{ADDRESS}{path}?link={museum.link()}", content=b"{}")
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/%2e%2e/save", "//save", "/save/", "/SAVE", "/save%00", "/..%2f..%2fapp.py", "/save;x", "/%73ave/x"]
)
def test_no_path_beside_the_three_takes_anything(museum, path):
    token, headers = museum.link(), {"content-type": "application/json", "sec-fetch-site": "same-origin"}
    answer = museum.client.post(f"{ADDRESS}{path}?link={token}", json={"answers": NEEDS}, headers=headers,
                                follow_redirects=False)  # fmt: skip
    assert answer.status_code in (307, 404, 405)
    assert museum.links.list()[-1].draft == ""


@pytest.mark.parametrize(
    "token", ["x" * 60_000, "ａ" * 43, "𝒜" * 43, "%F0%9F%92%A9", "'; drop table invitations; --", "&link=", "%0d%0ax:y"]
)
def test_odd_tokens_see_the_closed_page(museum, token):
    answer = museum.get(token)
    assert (answer.status_code, CLOSED in answer.text) == (200, True)


def test_a_huge_cookie_opens_nothing_and_breaks_nothing(museum):
    headers = {"cookie": "a=" + "b" * 60_000 + "; ;=;x; =="}
    answer = museum.client.get(f"{ADDRESS}?link={museum.link()}", headers=headers)
    assert (answer.status_code, "Zes vragen" in answer.text) == (200, True)


def test_what_a_partner_typed_is_never_code_on_its_page(museum):
    evil = "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    token = museum.link()
    museum.post("send", token, {"needs": {"words": evil}, "work_area": {"words": evil}})
    page = museum.get(token).text
    assert "&lt;img src=x" in page
    assert "<img" not in page
    assert page.count("<script") == 2, "its data, and the form's own"


def test_guesses_are_slowed_and_a_right_link_is_not(museum):
    token = museum.link()
    assert [museum.get("A" * 43).status_code for _ in range(12)][-1] == 429
    assert museum.get(token).status_code == 200


def test_while_the_database_is_away_every_link_sees_the_same_page_and_nothing_is_lost_unsaid(museum):
    token = museum.link()
    museum.is_away = True
    answers = [museum.get(token), museum.get("A" * 43)]
    assert {answer.status_code for answer in answers} == {503}
    assert answers[0].text == answers[1].text
    assert museum.post("save", token).status_code == 503


def test_a_member_of_the_museum_sees_the_empty_form_alone(museum):
    token = museum.link()
    museum.post("save", token)
    museum.signed_in = True
    page = museum.get(token).text
    assert SECRET not in page
    assert "<script>" not in page
    assert "ingelogd als medewerker" in page


def test_it_reads_in_english_and_a_partner_that_left_the_list_is_closed(museum):
    token = museum.link()
    assert "Six questions" in museum.get(token, "&taal=en").text
    museum.workspace.versions.keep(museum.workspace.versions.rows()[1:], "zonder")
    assert CLOSED in museum.get(token).text


def test_who_answered_reads_what_came_of_it_where_the_museum_shows_that(museum):
    token, other = museum.link(), museum.link(museum.bos)
    museum.post("send", token)
    back = museum.workspace.page_back.save(PageBack(learnt="U wilt eerder meedoen", doing="Wij vragen u in januari"))
    assert "eerder meedoen</dd>" not in museum.get(token).text
    museum.workspace.page_back.save(back.changed(is_shown=True))
    page = museum.get(token).text
    assert "U wilt eerder meedoen</dd>" in page
    assert "Wij vragen u in januari</dd>" in page
    assert "Wij vragen u in januari" not in museum.get(other).text


@pytest.mark.parametrize("code", ["\ud800", "x\udfff", "\x00"])
def test_what_no_file_can_hold_is_taken_out_of_what_a_partner_sends(museum, code):
    sent = {"needs": {"words": "x"}, "better": {"codes": [code, "meer"]}}
    assert museum.post("send", museum.link(), sent).status_code == 204
    (record,) = museum.waiting()
    assert "meer" in record.unread["better"]
    assert json.dumps(record.unread, ensure_ascii=False).encode().isascii()
    assert museum.workspace.backup()
