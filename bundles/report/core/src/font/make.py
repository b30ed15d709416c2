#!/usr/bin/python3
"""Makes the fonts of the PDF from Instrument Sans as Vaadin's Aura theme carries it (SIL Open Font License 1.1, no reserved name).

Needs python3-fonttools and python3-brotli. Usage: make.py InstrumentSans.woff2 FOLDER

A PDF takes a font as it is: it neither chooses a weight nor switches features on. So each weight becomes a font of its own whose
digits are the tabular ones, and which has the subscript two of CO2, drawn from the two.
"""
import sys
from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SUBSCRIPT_TWO = 0x2082


def tabular(font):
    """The substitutions of the feature tnum: from glyph to glyph."""
    table = font["GSUB"].table
    found = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(sub, "ExtSubTable", sub).mapping)
    return found


def subscript_two(font):
    two = font.getBestCmap()[ord("2")]
    glyphs = font.getGlyphSet()
    recording = DecomposingRecordingPen(glyphs)
    glyphs[two].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, Transform(0.62, 0, 0, 0.62, 0, -130)))
    name = "two.subscript"
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = pen.glyph()
    width, bearing = font["hmtx"][two]
    font["hmtx"][name] = (round(width * 0.62), round(bearing * 0.62))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[SUBSCRIPT_TWO] = name


def make(source, weight, target):
    font = instantiateVariableFont(TTFont(source), {"wght": weight, "wdth": 100})
    swaps = tabular(font)
    for table in font["cmap"].tables:
        table.cmap = {code: swaps.get(glyph, glyph) for code, glyph in table.cmap.items()}
    subscript_two(font)
    for name in ("GSUB", "GDEF", "STAT", "prep", "gasp"):
        if name in font:
            del font[name]
    font.flavor = None
    font.save(target)


if __name__ == "__main__":
    source, folder = sys.argv[1:]
    make(source, 400, f"{folder}/InstrumentSans-Regular.ttf")
    make(source, 600, f"{folder}/InstrumentSans-SemiBold.ttf")
