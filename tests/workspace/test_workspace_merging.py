"""Whatever two editors did, nobody's change is lost without being asked."""

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from regional.workspace import Conflict
from regional.workspace.rows import PartnerRow, difference, merged

IDS = ["a", "b", "c", "d"]
LISTS = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["1", "2", "3"]), max_size=4).map(
    lambda amounts: [PartnerRow.of(i, {"naam": i, "bedrag": bedrag}) for i, bedrag in amounts.items()]
)


def by_id(rows):
    return {row.partner_id: row for row in rows}


def outcome(base, mine, theirs, chosen=None):
    """Return the merged partners, or the ids that clash."""
    try:
        return by_id(merged(base, mine, theirs, 2, chosen or {}))
    except Conflict as told:
        return {(left or right).partner_id for left, right in zip(told.mine, told.theirs, strict=True)}


@given(LISTS, LISTS)
def test_who_changed_nothing_takes_over_what_the_other_did(base, theirs):
    assert outcome(base, base, theirs) == by_id(theirs)
    assert outcome(base, theirs, base) == by_id(theirs)
    assert outcome(base, theirs, theirs) == by_id(theirs)


@given(LISTS, LISTS, LISTS)
def test_it_does_not_matter_who_was_first(base, mine, theirs):
    assert outcome(base, mine, theirs) == outcome(base, theirs, mine)


@given(LISTS, LISTS, LISTS)
def test_every_change_is_there_or_asked_about(base, mine, theirs):
    was, ours, now = by_id(base), by_id(mine), by_id(theirs)
    result = outcome(base, mine, theirs)
    for i in IDS:
        changed = [side.get(i) for side in (ours, now) if side.get(i) != was.get(i)]
        clash = len(changed) == 2 and changed[0] != changed[1]
        if isinstance(result, set):
            assert (i in result) == clash
        else:
            assert not clash
            assert result.get(i) == (changed[0] if changed else was.get(i))


@given(LISTS, LISTS, LISTS, st.sampled_from(["mine", "theirs"]))
def test_a_choice_settles_exactly_what_clashes(base, mine, theirs, side):
    clashes = outcome(base, mine, theirs)
    if isinstance(clashes, set):
        settled = outcome(base, mine, theirs, dict.fromkeys(clashes, side))
        chosen = by_id(mine if side == "mine" else theirs)
        assert {i: settled.get(i) for i in clashes} == {i: chosen.get(i) for i in clashes}


@given(LISTS, LISTS)
def test_a_difference_leads_from_the_one_list_to_the_other(before, after):
    diff = difference(before, after)
    rows = by_id(before)
    for row in diff.removed:
        del rows[row.partner_id]
    rows |= by_id(diff.added)
    for change in diff.changed:
        assert rows[change.partner_id].cells.get(change.column, "") == change.before
        rows[change.partner_id] = rows[change.partner_id].changed(**{change.column: change.after})
    assert rows == by_id(after)
    assert bool(diff) == (by_id(before) != by_id(after))


def test_many_who_edit_their_own_partner_at_once_all_stay(ws):
    ws.versions.keep([{"naam": f"Partner {n}", "plaats": "Urk"} for n in range(6)], "")
    rows = ws.versions.rows()

    def edit(at):
        ws.versions.keep([*rows[:at], rows[at].changed(bedrag="7"), *rows[at + 1 :]], "", based_on=1)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(edit, range(6)))
    assert [row.cells["bedrag"] for row in ws.versions.rows()] == ["7"] * 6
    assert [version.number for version in ws.versions.list()] == [7, 6, 5, 4, 3, 2, 1]
