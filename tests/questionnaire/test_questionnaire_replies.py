"""Replies as people write them and mail programs mangle them: each is read as its writer meant it."""

import base64
import datetime as dt
import quopri
import re
import time
from email.message import EmailMessage

import pytest

from regional.questionnaire.answers import read_all, read_file
from regional.questionnaire.letter import letter, with_answers
from regional.questionnaire.questions import PARTS
from regional.questionnaire.reply import read_reply, reply_text
from regional.questionnaire.response import Said
from regional.texts import texts
from regional.ui.questionnaire.own import DRAFT

DAY = dt.date(2026, 11, 26)
NL, EN = texts("nl"), texts("en")


def sent(t=NL):
    """Return the whole mail that a partner gets: the letter with the museum's own answers, and the questions."""
    text = letter("Museum Zuid", "Wij kiezen:\n1. Meer stemmen\n2. Minder drempels", dt.date(2027, 1, 5), 24, t)
    return f"{with_answers(text, DRAFT, t)}\n\n{reply_text('a1', DAY, t)}"


MAIL, MAIL_EN = sent(), sent(EN)


def quoted(text, mark="> "):
    return "\n".join(f"{mark}{line}".rstrip() for line in text.splitlines())


GMAIL = "Op do 26 nov 2026 om 10:11 schreef Sanne de Boer <sanne@museumzuid.example>:\n\n"
OUTLOOK = ("________________________________\nVan: Sanne de Boer <sanne@museumzuid.example>\nVerzonden: donderdag 26 "
           "november 2026 10:11\nAan: info@kring.example\nOnderwerp: Zes vragen\n\n")  # fmt: skip
APPLE = "Op 26 nov 2026, om 10:11 heeft Sanne de Boer <sanne@museumzuid.example> het volgende\ngeschreven:\n\n"
ORIGINAL = "-----Oorspronkelijk bericht-----\nVan: Sanne\nVerzonden: 26-11-2026\n\n"
THUNDERBIRD = "On 26/11/2026 10:11, Sanne de Boer wrote:\n"


def inline(text, answers, before=""):
    """Return a quoted mail with answers typed, unquoted, below the line of each question that ``answers`` names."""
    lines = list[str]()
    part = ""
    is_form = False
    for line in text.splitlines():
        is_form |= line.startswith("Zet een x")
        mark = re.match(r"(\d[ab]?)\. ", line) if is_form else None
        part = mark[1] if mark else part
        lines.append(f"> {line}")
        if line.startswith("Antwoord:") and part in answers:
            lines += ["", answers[part], ""]
    return before + "\n".join(lines)


def ticked(text, *wanted, tick="[x]", words=None):
    """Return a mail with a tick before these options (the first of that name each), and words behind "Antwoord:"."""
    for option in wanted:
        text = text.replace(f"[ ] {option}\n", f"{tick} {option}\n", 1)
    for number, (mark, said) in enumerate((words or {}).items()):
        at = text.rindex(f"\n{mark}. ")
        text = text[:at] + text[at:].replace("Antwoord:", f"Antwoord: {said}", 1)
        assert number < len(PARTS)
    return text


TICKS = ("in heel Nederland", "vrouwen", "wij praten erover", "het is goed zo", "ja")
TICKED = {"work_area": Said(("country",)), "mainly_for": Said(("women",)), "stage": Said(("exploring",)),
          "better": Said(("fine",)), "may_name": Said(("yes",))}  # fmt: skip
ABOVE = "1. Leeuwarden en heel Friesland\n2. ouderen\n3. Eenzaamheid, zeker in de winter\n4. nu niet\n6. De Bieb\n"
SAID_ABOVE = {"work_area": Said((), "Leeuwarden en heel Friesland"), "mainly_for": Said((), "ouderen"),
              "needs": Said((), "Eenzaamheid, zeker in de winter"), "stage": Said(("not_yet",)),
              "introduce": Said((), "De Bieb")}  # fmt: skip
SIGNED = "\nMet vriendelijke groet,\n\nJoop\nStichting De Kring\nTel. 045 123 45 67\n\n"

REPLIES = {
    "above, gmail": (f"Dag Sanne,\n\n{ABOVE}{SIGNED}{GMAIL}{quoted(MAIL)}", SAID_ABOVE),
    "above, outlook": (f"{ABOVE}{SIGNED}{OUTLOOK}{MAIL}", SAID_ABOVE),
    "above, apple": (f"{ABOVE}\nVerstuurd vanaf mijn iPhone\n\n{APPLE}{quoted(MAIL)}", SAID_ABOVE),
    "above, original message": (f"{ABOVE}\nGroeten, Joop\n\n{ORIGINAL}{MAIL}", SAID_ABOVE),
    "above, thunderbird": (f"{ABOVE}\n{THUNDERBIRD}{quoted(MAIL)}", SAID_ABOVE),
    "above, without a greeting or a line that begins the quote": (f"{ABOVE}\n{quoted(MAIL)}", SAID_ABOVE),
    "above, and nothing of ours left": (f"{ABOVE}{SIGNED}", SAID_ABOVE),
    "below what was quoted": (f"{GMAIL}{quoted(MAIL)}\n\n{ABOVE}{SIGNED}", SAID_ABOVE),
    "ticked in the quote, gmail": (f"Zie hieronder.\n\n{GMAIL}{quoted(ticked(MAIL, *TICKS))}", TICKED),
    "ticked in the text, outlook": (f"Ingevuld!\n{SIGNED}{OUTLOOK}{ticked(MAIL, *TICKS)}", TICKED),
    "ticked below the letter, all heads taken out": (ticked(MAIL, *TICKS), TICKED),
    "a tick without room": (ticked(MAIL, *TICKS, tick="[X]"), TICKED),
    "a tick with room": (ticked(MAIL, *TICKS, tick="[  x ]"), TICKED),
    "a tick with hard spaces": (ticked(MAIL, *TICKS, tick="[\u00a0x\u00a0]"), TICKED),
    "a tick before the brackets": (ticked(MAIL, *TICKS, tick="x [ ]"), TICKED),
    "a tick behind the brackets": (ticked(MAIL, *TICKS, tick="[ ] x"), TICKED),
    "a tick in place of the brackets": (ticked(MAIL, *TICKS, tick="X"), TICKED),
    "a drawn tick": (ticked(MAIL, *TICKS, tick="☒"), TICKED),
    "yes between the brackets": (ticked(MAIL, *TICKS, tick="[ja]"), TICKED),
    "bullets that a mail program made": (ticked(MAIL, *TICKS).replace("\n[", "\n* ["), TICKED),
    "a tick behind the words": (re.sub(r"\[x\] (.+)", r"[ ] \1 [x]", ticked(MAIL, *TICKS)), TICKED),
    "an arrow behind the words": (re.sub(r"\[x\] (.+)", r"[ ] \1 <--", ticked(MAIL, *TICKS)), TICKED),
    "in order of its own": ("6: De Bieb\n4: nu niet\n3: Eenzaamheid, zeker in de winter\n2: ouderen\n"
                            f"1: Leeuwarden en heel Friesland\n{SIGNED}{GMAIL}{quoted(MAIL)}", SAID_ABOVE),
    "half": (f"1. Heerlen\n3. een plek om te zitten\n{SIGNED}{OUTLOOK}{MAIL}",
             {"work_area": Said((), "Heerlen"), "needs": Said((), "een plek om te zitten")}),
    "numbers without a dot": (f"1 Heerlen\n2 ouderen\n3 warmte, en 2 banken\n5 het is goed zo\n{SIGNED}{GMAIL}"
                              f"{quoted(MAIL)}",
                              {"work_area": Said((), "Heerlen"), "mainly_for": Said((), "ouderen"),
                               "needs": Said((), "warmte, en 2 banken"), "better": Said(("fine",))}),
    "question in words": (f"Vraag 1: Heerlen\nAntwoord 2 - ouderen\nad 3) warmte\nV5. het is goed zo\n{SIGNED}",
                          {"work_area": Said((), "Heerlen"), "mainly_for": Said((), "ouderen"),
                           "needs": Said((), "warmte"), "better": Said(("fine",))}),
    "inline, gmail": (inline(MAIL, {"1": "Heerlen", "3": "-> Warmte,\nen banken", "5": "eerder meedoen"}, GMAIL),
                      {"work_area": Said((), "Heerlen"), "needs": Said((), "Warmte, en banken"),
                       "better": Said(("earlier",))}),
    "behind the question itself": (re.sub(r"\n1\. Waar werkt u\?\nKies", "\n1. Waar werkt u? Heerlen!\nKies", MAIL),
                                   {"work_area": Said((), "Heerlen!")}),
    "lists and numbers within an answer": (ticked(MAIL, words={"3": "3.000 mensen zijn alleen:\n1. eenzaamheid\n"
                                                               "2. geld\n- en warmte", "6a": "De Bieb"}),
                                           {"needs": Said((), "3.000 mensen zijn alleen: 1. eenzaamheid; 2. geld; "
                                                          "en warmte"), "introduce": Said((), "De Bieb")}),
    "broken at forty signs": ("\n".join(re.sub(r"(.{28,38}?) ", r"\1\n", line) for line in
                                        ticked(MAIL, *TICKS, "mensen met basisonderwijs, vmbo of mbo 1").splitlines()),
                              TICKED | {"mainly_for": Said(("women", "basic_education"))}),
    "broken at forty signs in a quote": ("\n".join(re.sub(r"(.{28,38}?) ", r"\1\n> ", f"> {line}") for line in
                                                   ticked(MAIL, *TICKS).splitlines()), TICKED),
    "all on one line a question": (re.sub(r"(?<!\n)\n(?!\n)", " ", ticked(MAIL, *TICKS, words={"3": "Warmte"})),
                                   TICKED | {"needs": Said((), "Warmte")}),
    "only what fits left": ("1. Waar werkt u?\nin heel Nederland\n\n2a. Voor wie bent u er vooral?\nvrouwen\nmannen\n\n"
                            "4a. Doet uw organisatie iets met diversiteit en gelijkwaardigheid?\nnu niet\n",
                            {"work_area": Said(("country",)), "mainly_for": Said(("women", "men")),
                             "stage": Said(("not_yet",))}),
    "codes of a website": (ticked(MAIL, *TICKS, words={"3": "Rust &amp; ruimte, zo&#8217;n plek"})
                           .replace("[x] ", "[x]&nbsp;").replace("\n", "\r\n"),
                           TICKED | {"needs": Said((), "Rust & ruimte, zo’n plek")}),
    "bold of a mail program": (re.sub(r"^(\d[ab]?\. .+)$", r"*\1*", ticked(MAIL, *TICKS), flags=re.M), TICKED),
    "a word more behind an answer": (ticked(MAIL, *TICKS).replace("[x] vrouwen", "[x] vrouwen, vooral moeders"),
                                     TICKED | {"mainly_for": Said(("women",), "vooral moeders")}),
    "good answers in words of one's own": (f"1. n.v.t.\n2. geen idee\n3. weet ik niet\n5. zeggen we liever niet\n"
                                           f"{SIGNED}{GMAIL}{quoted(MAIL)}",
                                           {"work_area": Said(("not_for_us",)), "mainly_for": Said(("dont_know",)),
                                            "needs": Said(("dont_know",)), "better": Said(("rather_not",))}),
    "a second mail in the thread": (f"{ticked(reply_text('a1', DAY, NL), *TICKS)}\n{SIGNED}{GMAIL}"
                                    f"{quoted('Een vriendelijke herinnering.')}\n{quoted(MAIL, '>> ')}", TICKED),
    "in English": (f"1. Leeuwarden\n2. women\n3. A place to sit\n4. it is our daily work\n\nKind regards,\nJoop\n\n"
                   f"{THUNDERBIRD}{quoted(MAIL_EN)}",
                   {"work_area": Said((), "Leeuwarden"), "mainly_for": Said(("women",)),
                    "needs": Said((), "A place to sit"), "stage": Said(("daily",))}),
}  # fmt: skip


@pytest.mark.parametrize("how", REPLIES)
def test_a_reply_is_read_as_it_was_meant(how):
    text, meant = REPLIES[how]
    (found,) = read_file("mail", text.encode()).responses
    assert dict(found.said) == meant
    assert found.unread == ()
    assert found.partner_id == ("a1" if "Kenmerk" in text or "Reference" in text else "")


@pytest.mark.parametrize(
    "text", [MAIL, MAIL_EN, quoted(MAIL), f"Dank!{SIGNED}{OUTLOOK}{MAIL}", f"{GMAIL}{quoted(MAIL)}"]
)
def test_what_the_museum_wrote_itself_is_nobodys_answer(text):
    (found,) = read_file("mail", text.encode()).responses
    assert (dict(found.said), found.unread) == ({}, ())


def test_one_answer_that_is_not_understood_drops_no_other():
    (found,) = read_file("mail", ticked(MAIL, *TICKS).replace("[x] het is goed zo", "[x] het is goed zo, op 1 ding na")
                         .encode()).responses  # fmt: skip
    assert dict(found.said) == TICKED
    assert [(one.part, one.value) for one in found.unread] == [("better", "op 1 ding na")]


def mail_of(text, *, html=False, encoding="quoted-printable"):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "joop@kring.example", "sanne@museumzuid.example", "RE: vragen"
    if html:
        lines = "".join(f"<div>{line.replace('&', '&amp;').replace('<', '&lt;') or '<br>'}</div>"
                        for line in text.splitlines())  # fmt: skip
        message.set_content(f"<html><head><style>p {{}}</style></head><body>{lines}</body></html>", subtype="html",
                            cte=encoding)  # fmt: skip
    else:
        message.set_content(text, cte=encoding)
    return message


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_kept_as_a_file_is_read(html, encoding):
    data = mail_of(REPLIES["inline, gmail"][0], html=html, encoding=encoding).as_bytes()
    (found,) = read_file("RE vragen.eml", data).responses
    assert (dict(found.said), found.partner_id) == (REPLIES["inline, gmail"][1], "a1")


def test_what_is_attached_to_a_mail_is_read_too():
    message = mail_of("Zie bijlage. Groet, Joop")
    message.add_attachment(ticked(reply_text("a1", DAY, NL), *TICKS).encode(), maintype="text", subtype="plain",
                           filename="antwoord.txt")  # fmt: skip
    received = read_all([("mail.eml", message.as_bytes())])
    assert [one.problem for one in received] == [None]
    assert dict(received[0].responses[0].said) == TICKED


def test_the_form_itself_and_a_page_without_answers_are_told_as_such():
    from regional.publishing.form_file import form_file
    from regional.questionnaire.page import QuestionForm

    page = form_file(QuestionForm("a1", "De Kring", "Museum Zuid", DAY), NL)
    assert "formulier zelf" in NL(read_file("formulier.html", page).problem)
    assert read_file("iets.html", b"<html><body>1. iets anders</body>").responses[0].said
    assert read_file("leeg.html", b"<html></html>").problem


def test_bytes_that_call_themselves_mail_break_nothing():
    for data in (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: x\n",
                 b"MIME-Version: 1.0\nContent-Type: text/plain; charset=bestaat-niet\n\n1. Heerlen\n",
                 b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(b"\xff\xfe1. Heerlen"),
                 b"MIME-Version: 1.0\n\n" + quopri.encodestring(b"1. H\xe9\n")):  # fmt: skip
        read_file("x.eml", data)


@pytest.mark.parametrize("again", ["1. weet ik niet, ", "a\n", "Op 1 schreef ", "x ", "Kenmerk: "])
def test_a_reply_that_goes_on_and_on_is_read_at_once(again):
    """Of 200,000 signs each; read as before, some of these took minutes or ended in an error."""
    begun = time.process_time()
    read_reply("1. " + again * (200_000 // len(again)))
    assert time.process_time() - begun < 10


def test_an_answer_that_is_given_a_thousand_times_is_one_answer():
    option = PARTS["better"].options[0]
    assert read_reply(f"5. {f'{NL(option.text)}, ' * 1_500}").said == {"better": Said((option.code,))}


@pytest.mark.parametrize("text", [
    "2a. gezinnen 2b. studenten\n4a wij hebben afspraken of beleid. 4b wij horen graag van anderen\n6a Present 6b ja",
    "2a gezinnen\n2b studenten\n4a wij hebben afspraken of beleid\n4b wij horen graag van anderen\n6a Present\n6b ja",
])  # fmt: skip
def test_two_parts_of_a_question_are_told_apart_on_one_line_or_without_a_dot(text):
    said = {part_id: (*one.codes, *filter(None, [one.words])) for part_id, one in read_reply(text).said.items()}
    assert said == {"mainly_for": ("gezinnen",), "also_reaches": ("studenten",), "stage": ("policy",),
                    "offers": ("hears",), "introduce": ("Present",), "may_name": ("yes",)}  # fmt: skip


def test_the_number_of_a_house_is_no_question():
    assert read_reply("1. Kerkstraat 4b in Best").said["work_area"].words == "Kerkstraat 4b in Best"
