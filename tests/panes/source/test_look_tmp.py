from pathlib import Path
from tests.panes.source.held import *
from viewer.session.focus import Focus
P=Path('/work/shared/data/pdf_samples_pypdf')
def test_latin(qtbot, pane, make_case, navigator):
    case = make_case({"a.pdf": (P/'009-pdflatex-geotopo/GeoTopo-komprimiert.pdf').read_bytes()})
    doc = case.document("a.pdf","application/pdf", passage("p1","Topologische Grundbegriffe", page=5), passage("p2","topologischer Raum", page=7), passage("p3", "nonexistent words here", page=2))
    pane.resize(700, 900)
    area = shown(qtbot, pane, case, doc)
    print(type(area.sheet.sheet), [area.state(i) for i in range(3)])
    navigator.go(Focus(source="s1",document="a.pdf",passage="p1"))
    at_rest(qtbot, case)
    pane.grab().save('/tmp/lens/latin.png')
    page_sheet(area)._tools.open_side(True)
    page_sheet(area).open_search(); page_sheet(area)._bar._field.setText('menge'); page_sheet(area)._bar._enter()
    at_rest(qtbot, case)
    pane.grab().save('/tmp/lens/latin2.png')
def test_arabic(qtbot, pane, make_case, navigator):
    case = make_case({"a.pdf": (P/'015-arabic/habibi.pdf').read_bytes()})
    from viewer.locked.messages import ReadPage
    got=[]
    s=case.seat("a.pdf"); s.ask("x", ReadPage("a.pdf",0), got.append); qtbot.waitUntil(lambda: bool(got), timeout=9000)
    t=got[0].text; print(repr(t[:200]))
    w=t.split()
    doc = case.document("a.pdf","application/pdf", passage("p1"," ".join(w[:2]), page=1))
    area = shown(qtbot, pane, case, doc)
    print([area.state(i) for i in range(1)])
    navigator.go(Focus(source="s1",document="a.pdf",passage="p1"))
    at_rest(qtbot, case)
    pane.grab().save('/tmp/lens/arabic.png')
def test_photo(qtbot, pane, make_case, navigator):
    case = make_case({"a.jpg": Path('/work/shared/data/exif_orientation/Landscape_6.jpg').read_bytes()})
    doc = case.document("a.jpg","image/jpeg", passage("p1", xywh=(0.3,0.5,0.6,0.8)))
    area = shown(qtbot, pane, case, doc)
    navigator.go(Focus(source="s1",document="a.jpg",passage="p1"))
    at_rest(qtbot, case)
    pane.grab().save('/tmp/lens/photo.png')
