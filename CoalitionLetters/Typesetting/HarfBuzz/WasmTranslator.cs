using System.Reflection;
using System.Reflection.Emit;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Translates a WebAssembly module to IL as far as it is needed: what is called with its callees at once, what stands in the table of
/// functions when it is first called through it. Most of a module is never touched. Not safe for several threads at once.</summary>
internal sealed class WasmTranslator
{
    private static readonly Dictionary<string, string> Imports = new()
    {
        ["emscripten_resize_heap"] = nameof(WasmState.ResizeHeap),
        ["_abort_js"] = nameof(WasmState.Abort),
        ["proc_exit"] = nameof(WasmState.Exit),
        ["_emscripten_runtime_keepalive_clear"] = nameof(WasmState.KeepaliveClear),
        ["_setitimer_js"] = nameof(WasmState.SetTimer),
    };

    private readonly WasmModule module;
    private readonly ModuleBuilder target;
    private readonly MethodInfo?[] methods;
    private readonly MethodInfo?[] finished;
    private readonly Queue<int> waiting = new();
    private TypeBuilder? type;
    private int types;

    public WasmTranslator(byte[] bytes, string name)
    {
        module = new WasmModule(bytes);
        methods = new MethodInfo?[module.SignatureOf.Count];
        finished = new MethodInfo?[module.SignatureOf.Count];
        target = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run).DefineDynamicModule(name);

        for (var i = 0; i < module.Imports.Count; i++)
        {
            methods[i] = Imports.TryGetValue(module.Imports[i], out var method)
                ? typeof(WasmState).GetMethod(method)
                : throw WasmModule.Unknown($"the import “{module.Imports[i]}”");
        }
    }

    /// <summary>A fresh memory with the module's data in it.</summary>
    public WasmState NewState(int mostPages)
    {
        var signatures = new int[module.Table.Length];
        for (var i = 0; i < signatures.Length; i++)
            signatures[i] = module.Table[i] < 0 ? -1 : module.SignatureOf[module.Table[i]];
        var state = new WasmState(module.Pages, mostPages, [.. module.Globals], signatures, PointerAt);
        foreach (var data in module.Data)
            module.BytesOf(data).CopyTo(state.Memory.AsSpan(data.Address));
        return state;
    }

    /// <summary>Translates exported functions and all that they call.</summary>
    public void TranslateExports(string[] names)
    {
        var functions = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
            functions[i] = FunctionOf(names[i]);
        Finish(functions);
    }

    /// <summary>An exported function; its last argument is the state.</summary>
    public T Export<T>(string name) where T : Delegate => Finished(FunctionOf(name)).CreateDelegate<T>();

    private int FunctionOf(string export) => module.Exports.TryGetValue(export, out var function)
        ? function
        : throw WasmModule.Unknown($"no function “{export}”");

    private nint PointerAt(int place) => Finished(module.Table[place]).MethodHandle.GetFunctionPointer();

    private MethodInfo Finished(int function)
    {
        if (finished[function] is null)
            Finish([function]);
        return finished[function]!;
    }

    private void Finish(int[] functions)
    {
        type = target.DefineType($"Part{types++}", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        List<int> translated = [];
        foreach (var function in functions)
            MethodOf(function);
        while (waiting.TryDequeue(out var function))
        {
            new WasmFunctionTranslator(module, function, (MethodBuilder)methods[function]!, MethodOf).Translate();
            translated.Add(function);
        }

        var created = type.CreateType();
        foreach (var function in translated)
            finished[function] = created.GetMethod(NameOf(function));
    }

    private MethodInfo MethodOf(int function)
    {
        if (methods[function] is { } known)
            return known;

        var signature = module.Signatures[module.SignatureOf[function]];
        var method = type!.DefineMethod(NameOf(function), MethodAttributes.Public | MethodAttributes.Static, signature.Result, [.. signature.Parameters, typeof(WasmState)]);
        waiting.Enqueue(function);
        return methods[function] = method;
    }

    private static string NameOf(int function) => $"F{function}";
}
