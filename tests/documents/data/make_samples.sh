#!/bin/sh
# Makes the sample files of this folder anew from saved_page.html (our own text).
# Needs chromium, soffice (LibreOffice Writer), weasyprint, python with fpdf2 and Pillow, and the
# fonts Noto Naskh Arabic and DejaVu Sans.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
python3 - "$work" <<'PYTHON'
import re, sys
from pathlib import Path

page = Path("saved_page.html").read_text(encoding="utf-8")
plain = re.sub(r"<(nav|aside|footer)>.*?</\1>", "", page, flags=re.S)
style = ".cols{column-count:2;column-gap:1.2cm;font-size:10pt;text-align:justify}</style>"
columns = plain.replace("</style>", style).replace("</h1>", '</h1><div class="cols">')
Path(sys.argv[1], "plain.html").write_text(plain, encoding="utf-8")
Path(sys.argv[1], "columns.html").write_text(columns.replace("</article>", "</div></article>"), encoding="utf-8")
PYTHON
chrome="chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer"
$chrome --print-to-pdf=chromium.pdf "file://$work/plain.html"
$chrome --print-to-pdf=chromium_columns.pdf "file://$work/columns.html"
weasyprint -q "$work/plain.html" weasyprint.pdf
office="soffice --headless --outdir $work --convert-to"
$office odt:writer8 --infilter="HTML (StarWriter)" "$work/plain.html"
for kind in pdf docx epub html; do
    $office "$kind" "$work/plain.odt"
    cp "$work/plain.$kind" "libreoffice.$kind"
done
python3 - "$work" <<'PYTHON'
import re, sys
from pathlib import Path

from fpdf import FPDF
from PIL import Image, ImageDraw

fonts = Path("/usr/share/fonts/truetype")
page = Path(sys.argv[1], "plain.html").read_text(encoding="utf-8")
pdf = FPDF()
pdf.set_text_shaping(True)
pdf.add_font("naskh", fname=str(fonts / "noto/NotoNaskhArabic-Regular.ttf"))
pdf.add_font("sans", fname=str(fonts / "dejavu/DejaVuSans.ttf"))
pdf.set_fallback_fonts(["sans"])
pdf.add_page()
for tag, text in re.findall(r"<(h1|h2|p|li)>(.*?)</\1>", page[page.index("<article") :], flags=re.S):
    pdf.set_font("naskh", size={"h1": 22, "h2": 16}.get(tag, 12))
    line = ("• " if tag == "li" else "") + re.sub("<.*?>", "", text)
    pdf.multi_cell(0, 9, line, align="R", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)
pdf.output("fpdf2.pdf")

locked = FPDF()
locked.add_page()
locked.set_font("helvetica", size=12)
locked.cell(text="A locked page of text.")
locked.set_encryption(owner_password="owner", user_password="secret")
locked.output("locked.pdf")

picture = Image.new("1", (200, 80), 1)
ImageDraw.Draw(picture).text((5, 30), "A scanned page", fill=0)
picture.save(Path(sys.argv[1], "scan.png"))
scan = FPDF()
scan.add_page()
scan.image(str(Path(sys.argv[1], "scan.png")), w=120)
scan.output("scan.pdf")
PYTHON
rm -r "$work"
