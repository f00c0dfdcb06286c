using System.Text;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>A font file in a folder, read in steps: its names when the folder is listed (a few hundred bytes), its character map when
/// someone asks what it covers, the whole file when it is set.</summary>
internal sealed class FontFace
{
    private const int MaxFileLength = 64 << 20;
    private const int ItalicFlag = 1;

    private readonly string path;
    private readonly string name;
    private readonly Lazy<CharacterMap> characters;
    private readonly Lazy<FontFile> file;

    public FontFace(string path)
    {
        this.path = path;
        name = Path.GetFileName(path);
        characters = new(ReadCharacters);
        file = new(() => FontFile.Read(ReadAll(), name));

        using var reader = new TableReader(path, name);
        Family = new NameTable(reader.Read("name")).FamilyName ?? Path.GetFileNameWithoutExtension(path);
        var os2 = reader.Read("OS/2");
        Weight = os2.IsEmpty ? 400 : os2.UShort(4);
        IsItalic = !os2.IsEmpty && (os2.UShort(62) & ItalicFlag) != 0;
    }

    public string Family { get; }
    public int Weight { get; }
    public bool IsItalic { get; }
    public FontFile File => file.Value;

    public bool Covers(int codePoint) => file.IsValueCreated ? file.Value.Covers(codePoint) : characters.Value[codePoint] != 0;

    private CharacterMap ReadCharacters()
    {
        using var reader = new TableReader(path, name);
        return new CharacterMap(reader.Read("cmap"), reader.Read("maxp").UShort(4), name);
    }

    private byte[] ReadAll()
    {
        if (new FileInfo(path).Length > MaxFileLength)
            throw new TypesettingException($"The font “{name}” is larger than {MaxFileLength >> 20} MB.");
        return System.IO.File.ReadAllBytes(path);
    }

    /// <summary>Reads single tables of a font file without the rest of it.</summary>
    private sealed class TableReader : IDisposable
    {
        private readonly Microsoft.Win32.SafeHandles.SafeFileHandle handle;
        private readonly long length;
        private readonly string name;
        private readonly FontTable directory;

        public TableReader(string path, string name)
        {
            this.name = name;
            var target = System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);

            // Pipes and devices have no length either; opening one may wait for ever.
            if (target.Length == 0)
                throw new TypesettingException($"The font “{name}” is an empty file or none at all.");
            handle = System.IO.File.OpenHandle(path);
            length = RandomAccess.GetLength(handle);

            var start = ReadAt(0, (int)Math.Min(length, 1024));
            FontTables.RefuseOtherKinds(start, name);
            directory = new FontTable(start, 0, start.Length, "table directory", name);
            if (!Find("CFF ").IsEmpty || !Find("fvar").IsEmpty)
                _ = FontFile.Read(ReadAt(0, (int)length), name);
        }

        public FontTable Read(string tag)
        {
            var record = Find(tag);
            if (record.IsEmpty)
                return new FontTable([], 0, 0, tag, name);

            var (at, count) = (record.Int(8), record.Int(12));
            if (at + (long)count > Math.Min(length, MaxFileLength))
                record.Broken();
            return new FontTable(ReadAt(at, count), 0, count, tag, name);
        }

        private FontTable Find(string tag)
        {
            for (var i = 0; i < directory.UShort(4); i++)
            {
                var record = directory.Slice(12 + 16 * i, 16);
                if (Encoding.Latin1.GetString(record.Bytes[..4]) == tag)
                    return record;
            }

            return default;
        }

        private byte[] ReadAt(long at, int count)
        {
            var bytes = new byte[count];
            var done = 0;
            while (done < count && RandomAccess.Read(handle, bytes.AsSpan(done), at + done) is var read and > 0)
                done += read;
            return bytes;
        }

        public void Dispose() => handle.Dispose();
    }
}
