namespace CoalitionLetters.Typesetting.HarfBuzz;

internal sealed record WasmSignature(Type[] Parameters, Type Result);

/// <summary>A function's code or a piece of data: a stretch of the module's bytes.</summary>
internal sealed record WasmStretch(int Start, int Length, int Address = 0);

/// <summary>A WebAssembly module, as far as compilers for C++ make use of the format: one memory, one table of functions, globals of 32 bits,
/// one result at most (WebAssembly core specification 2.0, binary format). Lists hold classes, not structs: .NET has their code ready.</summary>
internal sealed class WasmModule
{
    private readonly byte[] bytes;

    public WasmModule(byte[] bytes)
    {
        this.bytes = bytes;
        if (!bytes.AsSpan().StartsWith("\0asm\u0001\0\0\0"u8))
            throw WasmReader.Broken();

        var reader = new WasmReader(bytes, 8, bytes.Length);
        while (!reader.IsAtEnd)
        {
            var id = reader.Byte();
            ReadSection(id, reader.Part(reader.Count()));
        }
    }

    public List<WasmSignature> Signatures { get; } = [];

    /// <summary>The names of the functions that the module wants from outside; they are numbered first.</summary>
    public List<string> Imports { get; } = [];

    /// <summary>The number of each function's signature, imports first.</summary>
    public List<int> SignatureOf { get; } = [];
    public List<WasmStretch> Bodies { get; } = [];
    public Dictionary<string, int> Exports { get; } = [];
    public List<int> Globals { get; } = [];

    /// <summary>The function behind each place of the table, -1 for none.</summary>
    public int[] Table { get; private set; } = [];
    public List<WasmStretch> Data { get; } = [];

    /// <summary>How much memory it starts with, in pages of 64 KiB.</summary>
    public int Pages { get; private set; }

    public WasmReader CodeOf(int function) => new(bytes, BodyOf(function).Start, BodyOf(function).Start + BodyOf(function).Length);

    private WasmStretch BodyOf(int function) => Bodies[function - Imports.Count];

    public ReadOnlySpan<byte> BytesOf(WasmStretch data) => bytes.AsSpan(data.Start, data.Length);

    private void ReadSection(byte id, WasmReader section)
    {
        const int Types = 1, ImportsOf = 2, Functions = 3, Tables = 4, Memories = 5, GlobalsOf = 6, ExportsOf = 7, Elements = 9, Code = 10, DataOf = 11;

        if (id is not (Types or ImportsOf or Functions or Tables or Memories or GlobalsOf or ExportsOf or Elements or Code or DataOf))
            return;

        for (var left = section.Count(); left > 0; left--)
        {
            switch (id)
            {
                case Types: ReadSignature(ref section); break;
                case ImportsOf: ReadImport(ref section); break;
                case Functions: SignatureOf.Add(section.Count()); break;
                case Tables: ReadTable(ref section); break;
                case Memories: Pages = ReadLimits(ref section); break;
                case GlobalsOf: ReadGlobal(ref section); break;
                case ExportsOf: ReadExport(ref section); break;
                case Elements: ReadElements(ref section); break;
                case Code: Bodies.Add(ReadStretch(ref section)); break;
                case DataOf: ReadData(ref section); break;
            }
        }
    }

    private void ReadSignature(ref WasmReader section)
    {
        section.Byte();
        var parameters = new Type[section.Count()];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = ValueType(section.Byte());
        var results = section.Count();
        if (results > 1)
            throw Unknown("several results");
        Signatures.Add(new WasmSignature(parameters, results == 0 ? typeof(void) : ValueType(section.Byte())));
    }

    private void ReadImport(ref WasmReader section)
    {
        section.Name();
        Imports.Add(section.Name());
        if (section.Byte() != 0)
            throw Unknown("an import that is no function");
        SignatureOf.Add(section.Count());
    }

    private void ReadTable(ref WasmReader section)
    {
        section.Byte();
        Table = new int[ReadLimits(ref section)];
        for (var i = 0; i < Table.Length; i++)
            Table[i] = -1;
    }

    private static int ReadLimits(ref WasmReader section)
    {
        var hasMost = (section.Byte() & 1) != 0;
        var least = section.Count();
        if (hasMost)
            section.Count();
        return least;
    }

    private void ReadGlobal(ref WasmReader section)
    {
        if (ValueType(section.Byte()) != typeof(int))
            throw Unknown("a global that is no 32-bit number");
        section.Byte();
        Globals.Add(Constant(ref section));
    }

    private void ReadExport(ref WasmReader section)
    {
        var name = section.Name();
        var isFunction = section.Byte() == 0;
        var index = section.Count();
        if (isFunction)
            Exports[name] = index;
    }

    private void ReadElements(ref WasmReader section)
    {
        if (section.Count() != 0)
            throw Unknown("a list of elements of this kind");
        var at = Constant(ref section);
        for (var left = section.Count(); left > 0; left--)
            Table[at++] = section.Count();
    }

    private void ReadData(ref WasmReader section)
    {
        if (section.Count() != 0)
            throw Unknown("data of this kind");
        var address = Constant(ref section);
        Data.Add(ReadStretch(ref section) with { Address = address });
    }

    private static WasmStretch ReadStretch(ref WasmReader section)
    {
        var length = section.Count();
        var start = section.At;
        section.Take(length);
        return new WasmStretch(start, length);
    }

    private static int Constant(ref WasmReader section)
    {
        const int Int32Constant = 0x41, End = 0x0B;
        if (section.Byte() != Int32Constant)
            throw Unknown("an initial value that is computed");
        var value = (int)section.Signed();
        return section.Byte() == End ? value : throw WasmReader.Broken();
    }

    public static Type ValueType(int code) => (code & 0x7F) switch
    {
        0x7F => typeof(int),
        0x7E => typeof(long),
        0x7D => typeof(float),
        0x7C => typeof(double),
        _ => throw Unknown("a type that is no number"),
    };

    public static NotSupportedException Unknown(string what) => new($"The WebAssembly module has {what}, which we do not translate.");
}
