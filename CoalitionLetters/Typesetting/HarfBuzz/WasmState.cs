using System.Runtime.CompilerServices;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>What a translated WebAssembly module works on: its memory, its globals, its table of functions. Translated code reads the memory
/// as an ordinary array, so a wrong address ends in an exception and never outside. Public only because generated code needs it so.</summary>
public sealed class WasmState
{
    private const int PageSize = 65_536;

    private readonly int mostPages;
    private readonly nint[] functions;
    private readonly int[] signatures;
    private readonly Func<int, nint> translate;

    /// <param name="signatures">The signature of the function at each place of the table, -1 where there is none.</param>
    /// <param name="translate">Gives the code of the function at a place of the table when it is first called.</param>
    internal WasmState(int pages, int mostPages, int[] globals, int[] signatures, Func<int, nint> translate)
    {
        this.mostPages = mostPages;
        this.signatures = signatures;
        this.translate = translate;
        Memory = new byte[pages * PageSize];
        Globals = globals;
        functions = new nint[signatures.Length];
    }

    // Fields, because generated code loads them at every access.
#pragma warning disable CA1051
    public byte[] Memory;
    public readonly int[] Globals;
#pragma warning restore CA1051

    /// <summary>The code of a function in the table; the call fails unless it has the signature that the caller expects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint FunctionAt(int place, int signature)
    {
        if (signatures[place] != signature)
            throw new InvalidOperationException("A function was called by a wrong signature.");
        var function = functions[place];
        return function != 0 ? function : functions[place] = translate(place);
    }

    /// <summary>Asked for by the module's allocator: 1 if the memory has at least this size now, 0 if that is more than it may have.</summary>
    public int ResizeHeap(int size)
    {
        var pages = ((uint)size + PageSize - 1L) / PageSize;
        if (pages > mostPages)
            return 0;
        if (pages * PageSize > Memory.Length)
            Array.Resize(ref Memory, (int)pages * PageSize);
        return 1;
    }

    public int SizeInPages() => Memory.Length / PageSize;

    public void Copy(int to, int from, int length) => Memory.AsSpan(from, length).CopyTo(Memory.AsSpan(to, length));

    public void Fill(int to, int value, int length) => Memory.AsSpan(to, length).Fill((byte)value);

    /// <summary>The module gave up.</summary>
    public void Abort() => throw new InvalidOperationException("The module aborted.");

    public void Exit(int code) => throw new InvalidOperationException($"The module exited with {code}.");

    public void KeepaliveClear()
    {
    }

    public int SetTimer(int which, double milliseconds) => 0;
}
