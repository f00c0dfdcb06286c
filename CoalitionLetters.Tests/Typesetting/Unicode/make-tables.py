"""Writes CoalitionLetters/Typesetting/Unicode/{unicode.bin,Script.cs} from the Unicode Character Database.

    python3 make-tables.py /usr/share/unicode     (Debian's package unicode-data, version 15.0)

unicode.bin is a list of variable-length numbers; UnicodeData.cs reads it in the same order as it is written here.
"""
import os, re, sys

ucd = sys.argv[1]
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../CoalitionLetters/Typesetting/Unicode")
COUNT = 0x110000
BIDI = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
LINE = ("XX AI AL B2 BA BB BK CB CJ CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SA SG SP SY WJ ZW ZWJ").split()
WIDE, MARK, UNASSIGNED_PICTOGRAPH, IGNORABLE = 1, 2, 4, 8


def rows(name):
    for line in open(os.path.join(ucd, name), encoding="utf-8"):
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) >= 2:
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[1:]


def fill(values, name, take):
    for first, last, fields in rows(name):
        value = take(fields)
        if value is not None:
            values[first:last + 1] = [value] * (last - first + 1)


def add_flag(flags, name, wanted, flag):
    for first, last, fields in rows(name):
        if wanted(fields[0]):
            for code in range(first, last + 1):
                flags[code] |= flag


aliases = [line.split("#")[0].split(";") for line in open(os.path.join(ucd, "PropertyValueAliases.txt"), encoding="utf-8")]
names = {kind: [(fields[1].strip(), fields[2].strip()) for fields in aliases if fields[0].strip() == kind] for kind in ("sc", "bc")}
scripts = [("Zzzz", "Unknown"), ("Zyyy", "Common"), ("Zinh", "Inherited")]
scripts += sorted((s for s in names["sc"] if s not in scripts and s[0] not in ("Hrkt",)), key=lambda s: s[1])
script_number = {name: number for number, (_, name) in enumerate(scripts)}
tag_number = {tag: number for number, (tag, _) in enumerate(scripts)}
bidi_number = {alias: BIDI.index(short) for short, long in names["bc"] for alias in (short, long)}

script = [0] * COUNT
fill(script, "Scripts.txt", lambda f: script_number[f[0]])

bidi = [0] * COUNT
for line in open(os.path.join(ucd, "extracted/DerivedBidiClass.txt"), encoding="utf-8"):
    missing = re.match(r"# @missing: (\w+)\.\.(\w+); (\w+)", line)
    if missing:
        first, last = int(missing[1], 16), int(missing[2], 16)
        bidi[first:last + 1] = [bidi_number[missing[3]]] * (last - first + 1)
fill(bidi, "extracted/DerivedBidiClass.txt", lambda f: bidi_number[f[0]])

line_break = [0] * COUNT
for first, last, short in [(0x3400, 0x4DBF, "ID"), (0x4E00, 0x9FFF, "ID"), (0xF900, 0xFAFF, "ID"), (0x20000, 0x2FFFD, "ID"),
                           (0x30000, 0x3FFFD, "ID"), (0x1F000, 0x1FAFF, "ID"), (0x1FC00, 0x1FFFD, "ID"), (0x20A0, 0x20CF, "PR")]:
    line_break[first:last + 1] = [LINE.index(short)] * (last - first + 1)
fill(line_break, "LineBreak.txt", lambda f: LINE.index(f[0]))

flags = [0] * COUNT
add_flag(flags, "EastAsianWidth.txt", lambda v: v in ("F", "W", "H"), WIDE)
add_flag(flags, "extracted/DerivedGeneralCategory.txt", lambda v: v in ("Mn", "Mc", "Me"), MARK)
add_flag(flags, "DerivedCoreProperties.txt", lambda v: v == "Default_Ignorable_Code_Point", IGNORABLE)
assigned = [True] * COUNT
fill(assigned, "extracted/DerivedGeneralCategory.txt", lambda f: f[0] != "Cn")
add_flag(flags, "emoji/emoji-data.txt", lambda v: v == "Extended_Pictographic", UNASSIGNED_PICTOGRAPH)
flags = [flag & ~UNASSIGNED_PICTOGRAPH if assigned[code] else flag for code, flag in enumerate(flags)]

extension_sets, extensions = [()], [0] * COUNT
for first, last, fields in rows("ScriptExtensions.txt"):
    members = tuple(sorted(tag_number[tag] for tag in fields[0].split()))
    if members not in extension_sets:
        extension_sets.append(members)
    extensions[first:last + 1] = [extension_sets.index(members)] * (last - first + 1)

out = bytearray()


def number(value):
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def signed(value):
    number(value * 2 if value >= 0 else -value * 2 - 1)


records, ranges = {}, []
for record in zip(script, bidi, line_break, flags, extensions):
    index = records.setdefault(record, len(records))
    if ranges and ranges[-1][1] == index:
        ranges[-1][0] += 1
    else:
        ranges.append([1, index])

number(len(extension_sets))
for members in extension_sets:
    number(len(members))
    for member in members:
        number(member)
number(len(records))
for record in records:
    for field in record:
        number(field)
number(len(ranges))
for length, index in ranges:
    number(length)
    number(index)

mirrors = sorted((first, int(fields[0], 16)) for first, _, fields in rows("BidiMirroring.txt"))
number(len(mirrors))
previous = 0
for code, mirror in mirrors:
    number(code - previous)
    signed(mirror - code)
    previous = code

brackets = sorted((first, int(fields[0], 16), fields[1]) for first, _, fields in rows("BidiBrackets.txt"))
number(len(brackets))
previous = 0
for code, pair, kind in brackets:
    number(code - previous)
    signed(pair - code)
    number(1 if kind == "o" else 0)
    previous = code

open(os.path.join(target, "unicode.bin"), "wb").write(out)

with open(os.path.join(target, "Script.cs"), "w", encoding="utf-8") as file:
    file.write("namespace CoalitionLetters.Typesetting.Unicode;\n\n")
    file.write("/// <summary>The scripts of Unicode 15.0 (UAX #24). Generated by make-tables.py from the Unicode Character Database,\n")
    file.write("/// © 2022 Unicode, Inc.; see unicode-license.txt.</summary>\npublic enum Script : byte\n{\n")
    for _, name in scripts:
        file.write(f"    {name.replace('_', '')},\n")
    file.write("}\n\ninternal static class ScriptTags\n{\n")
    file.write("    /// <summary>ISO 15924 codes, four letters for each script in the order of the enumeration.</summary>\n    public const string All =\n")
    tags = [tag for tag, _ in scripts]
    parts = ["".join(tags[at:at + 25]) for at in range(0, len(tags), 25)]
    file.write(" +\n".join(f'        "{part}"' for part in parts) + ";\n}\n")

print(len(records), "records,", len(ranges), "ranges,", len(out), "bytes")
