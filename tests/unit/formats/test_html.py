"""Pages: what a reader sees of them, what is hidden, where links stand, and what may not cost much."""

from __future__ import annotations

import pytest
from tests.ends import ends

from tocsin.formats.html import Anchor, read_page


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("pass<b>wo</b><i></i>rd", "password"),
        ("pass<unheard-of>wo</unheard-of>rd <o:p>x</o:p>", "password x"),
        ("<div>a<div>b<div>c</div>d</div>e</div>", "a\nb\nc\nd\ne"),
        ("<table><tr><td>a<td>b<tr><td><table><tr><td>c</table></table>", "a\nb\nc"),
        ("  many \n\t spaces  ", "many spaces"),
        ("<b>a </b> b", "a b"),
        ("a&amp;b &lt;c&gt; &eacute;&#1605; &nbsp; x", "a&b <c> ém x".replace("m", "م")),
        ("&unknown; &#xZZ; &", "&unknown; &#xZZ; &"),
        ("a<!-- hidden -->b<!--> c", "ab c"),
        ("<!--[if mso]><p>Outlook</p><![endif]-->all<!--[if !mso]><!-->others<!--<![endif]-->", "allothers"),
        ("<![if !mso]>shown<![endif]>", "shown"),
        ("<script>var a='<p>x</p>'</script><style>p{}</style><p>y", "y"),
        ("<title>t</title><head><meta x></head><template><p>z</p></template>y", "y"),
        ("<noscript>what mail programs show</noscript>", "what mail programs show"),
        ("<pre>one\n  two</pre>three\nfour", "one\ntwo\nthree four"),
        ("<p>unclosed <b>bold <p>next", "unclosed bold\nnext"),
        ("</p></div>stray", "stray"),
        ("<a href=x", ""),
        ("plain text only", "plain text only"),
        ("", ""),
        ("<", "<"),
        ("<frameset><frame src=x></frameset>", ""),
        ("\ud800 lone", "lone"),
        ("nul\x00here", "nulhere"),
    ],
)
def test_visible_text(source: str, text: str) -> None:
    assert read_page(source).text == text


@pytest.mark.parametrize(
    "hiding",
    [
        'style="display:none"',
        'style="DISPLAY : NONE"',
        'style="display:no/**/ne"',
        'style="visibility: hidden"',
        'style="mso-hide:all"',
        'style="max-height:0px;overflow:hidden"',
        'style="height:0;overflow:hidden"',
        'style="width:1px;overflow:hidden"',
        'style="opacity:0"',
        'style="opacity:.0;"',
        'style="text-indent:-9999px"',
        'style="position:absolute;left:-9999px"',
        'style="font-size:0"',
        'style="font-size:1px"',
        'style="font-size:0.1em"',
        'style="font:0px Arial"',
        'style="color:#ffffff"',
        'style="color:white"',
        'style="color:rgba(0,0,0,0)"',
        "hidden",
        "class=gone",
        "id=away",
        "class='other GONE'",
    ],
)
def test_hidden_text_is_told_apart(hiding: str) -> None:
    page = read_page(
        f"<style>.gone, #away{{display:none}}</style><p>seen</p><span {hiding}>unseen <a href=u>x</a></span>end"
    )
    if "color" in hiding:  # a link inside may have a colour of its own: no claim
        assert page.text == "seen\nunseen xend"
        page = read_page(f"<p>seen</p><span {hiding}>unseen x</span>end")
    assert page.hidden == "unseen x"
    assert page.text == "seen\nend"


@pytest.mark.parametrize(
    "shown",
    [
        'style="font-size:1em"',
        'style="font-size:90%"',
        'style="font-size:12px"',
        'style="opacity:0.9"',
        'style="max-height:0.5em"',
        'style="height:0"',
        'style="color:white;background:#003366"',
        'style="color:#ffe"',
        'style="background-color:white"',
        'style="display:block"',
        'class=gone style="display:block"',
        "class=narrow",
        "class=later",
        "id=nowhere",
    ],
)
def test_shown_text_stays(shown: str) -> None:
    sheet = (
        "<style>/* .x{display:none} */ .gone{display:none} .narrow{display:none} .later{display:none}"
        "@media (max-width:600px){.narrow{display:block}.x{display:none}} .later{display:inline}</style>"
    )
    page = read_page(f"{sheet}<p class=x {shown}>seen</p>")
    assert (page.text, page.hidden) == ("seen", "")


def test_what_is_set_inside_counts_more() -> None:
    page = read_page('<td><div style="font-size:0">gap<span style="font-size:14px">read me</span></div>')
    assert (page.text, page.hidden) == ("read me", "gap")
    page = read_page('<div style="color:#fff">lost <span style="color:red">found</span></div>')
    assert (page.text, page.hidden) == ("found", "lost")
    assert read_page('<div bgcolor="#000"><font color="#FFFFFF">x</font></div>').text == "x"
    assert read_page('<font color="#FFFFFF">x</font>').hidden == "x"
    assert read_page('<div style="font-size:0"><font size=4>x</font></div>').text == "x"


def test_a_preheader_is_hidden_and_the_rest_is_not() -> None:
    page = read_page('<div style="display:none;max-height:0">preview</div><h1>Title</h1>')
    assert (page.text, page.hidden) == ("Title", "preview")


@pytest.mark.parametrize("tag", ["div", "span"])
def test_several_hidden_texts_stand_on_lines_of_their_own(tag: str) -> None:
    hidden = f"<{tag} style='display:none'>one</{tag}>x<{tag} hidden>two</{tag}>"
    assert read_page(hidden).hidden == "one\ntwo"


def test_links_and_where_they_stand() -> None:
    page = read_page(
        'Please <a href=" https://a.example/\nx " title=t>click <b>he</b>re</a>, <a href=b><img src=i></a>.'
    )
    assert page.text == "Please click here,\n."
    first, second = page.anchors
    assert first == Anchor("https://a.example/x", "click here", 7, 17, "a", "t")
    assert page.text[first.start : first.end] == "click here"
    assert (second.url, second.shown, second.start) == ("b", "", second.end)


def test_links_over_several_lines_or_with_equal_words() -> None:
    page = read_page("<p>here</p><a href=1>here</a> <a href=2><div>two</div><div>lines</div></a> here")
    assert [page.text[a.start : a.end] for a in page.anchors] == ["here", "two\nlines"]
    assert [a.shown for a in page.anchors] == ["here", "two lines"]
    assert page.anchors[0].start == 5


def test_hidden_and_broken_links() -> None:
    assert read_page('<a href=x style="display:none">y</a>').anchors == ()
    assert read_page("<a name=x>y</a>").anchors == ()
    assert [a.url for a in read_page("<a href=1>x<a href=2>y").anchors] == ["1", "2"]
    assert read_page("<map><area href=z alt=map></map>").anchors == (Anchor("z", "map", 0, 0, "area"),)


def test_forms_and_what_they_ask() -> None:
    page = read_page("<form action=' /go '><input><input type=PASSWORD><textarea>x</textarea></form><form>")
    assert (page.forms, page.inputs) == (2, ("text", "password", "text"))
    assert page.anchors == (Anchor("/go", "", 0, 0, "form"),)


def test_head_and_embedded_things() -> None:
    page = read_page(
        "<title>T</title><base href=http://b.example/><base href=second>"
        '<meta http-equiv=Refresh content="0; url=http://r.example"><meta name=refresh content="0;url=x">'
        "<script>one</script><script>two</script><iframe src=f></iframe><object data=o></object>"
        '<img src=i alt=A width="1" height="20px"><img width=5%>'
    )
    assert (page.title, page.base, page.scripts) == ("T", "http://b.example/", "one\ntwo")
    assert [a.url for a in page.anchors if a.kind == "refresh"] == ["http://r.example"]
    assert page.embedded == ("f", "o")
    assert [(i.url, i.alt, i.width, i.height) for i in page.images] == [("i", "A", 1, 20)]


@pytest.mark.parametrize(
    ("source", "defect"),
    [
        ("<div>" * 50_000 + "x", "html-too-deep"),
        ("<ul><li>" * 25_000 + "x", "html-too-deep"),
        ('<div style="display:none">' * 8_000 + "x", "html-too-deep"),
        ("<div " + " ".join(f"a{i}" for i in range(28_000)) + ">x", "html-too-many-attributes"),
        ("<p>" + "".join(f"<b id={i}>" for i in range(5_000)) + "<p>x" * 20_000, "html-too-deep"),
        ("<p>x" * 60_000, "html-too-many-tags"),
        ("<a href=x>y</a>" * 10_000, "too-many-links"),
        ("<img src=x>" * 10_000, "too-many-links"),
    ],
)
def test_costly_pages_are_tamed_and_say_so(source: str, defect: str) -> None:
    with ends():
        page = read_page(source)
    assert defect in page.defects


def test_text_behind_too_deep_elements_is_still_read() -> None:
    assert read_page("<div>" * 20_000 + "<a href=u>words</a>").anchors[0].shown == "words"


def test_ordinary_long_pages_have_no_defect() -> None:
    row = "<tr><td style='color:#333'><a href=u>word</a> and <b>more</b></td></tr>"
    page = read_page("<table>" + row * 1_900 + "</table>")
    assert page.defects == ()
    assert len(page.anchors) == 1_900


def test_a_megabyte_is_read_to_its_limit_and_ends() -> None:
    with ends():
        page = read_page("<p>hello <b>w</b> <a href=http://a.example/>x</a>" * 20_000)
    assert page.anchors
    assert page.defects == ("html-too-many-tags", "too-many-links")
