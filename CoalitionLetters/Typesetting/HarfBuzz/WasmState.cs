using System.Runtime.CompilerServices;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>What a translated WebAssembly module works on: its memory, its globals, its table of functions, and what it asks of the world
/// outside. Every translated function takes it as the last argument. Public only because generated code needs it so.</summary>
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

    internal byte[] Memory { get; private set; }
    internal int[] Globals { get; }

    public static int Global(int index, WasmState state) => state.Globals[index];

    public static void SetGlobal(int value, int index, WasmState state) => state.Globals[index] = value;

    /// <summary>The code of a function in the table; the call fails unless it has the signature that the caller expects.</summary>
    public static nint FunctionAt(int place, int signature, WasmState state)
    {
        if (state.signatures[place] != signature)
            throw new InvalidOperationException("a function was called by a wrong signature");
        var function = state.functions[place];
        return function != 0 ? function : state.functions[place] = state.translate(place);
    }

    public static int SizeInPages(WasmState state) => state.Memory.Length / PageSize;

    public static void Copy(int to, int from, int length, WasmState state) =>
        state.Memory.AsSpan(from, length).CopyTo(state.Memory.AsSpan(to, length));

    public static void Fill(int to, int value, int length, WasmState state)
    {
        var bytes = state.Memory.AsSpan(to, length);
        bytes.Clear();
        for (var i = 0; value != 0 && i < bytes.Length; i++)
            bytes[i] = (byte)value;
    }

    /// <summary>Asked for by the module's allocator: 1 if the memory has at least this size now, 0 if that is more than it may have.</summary>
    public static int ResizeHeap(int size, WasmState state)
    {
        var pages = ((uint)size + PageSize - 1L) / PageSize;
        if (pages > state.mostPages)
            return 0;

        var memory = state.Memory;
        if (pages * PageSize > memory.Length)
            Array.Resize(ref memory, (int)pages * PageSize);
        state.Memory = memory;
        return 1;
    }

    /// <summary>The module gave up.</summary>
    public static void Abort(WasmState state) => throw new InvalidOperationException($"HarfBuzz aborted with {state.Memory.Length} bytes of memory");

    public static void Exit(int code, WasmState state) => Abort(state);

    public static void KeepaliveClear(WasmState state) => RuntimeHelpers.EnsureSufficientExecutionStack();

    public static int SetTimer(int which, double milliseconds, WasmState state) => 0;
}
