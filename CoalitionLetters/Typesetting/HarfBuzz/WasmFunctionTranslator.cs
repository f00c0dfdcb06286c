using System.Reflection;
using System.Reflection.Emit;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Translates one function to IL, instruction by instruction.</summary>
internal sealed partial class WasmFunctionTranslator
{
    private const int Block = 0x02, Loop = 0x03, If = 0x04, Else = 0x05, End = 0x0B;

    private static readonly MethodInfo FunctionAt = typeof(WasmState).GetMethod(nameof(WasmState.FunctionAt))!;
    private static readonly MethodInfo?[] MemoryAccesses = new MethodInfo?[WasmInstructions.LastMemoryAccess + 1];
    private static readonly WasmInstructions.Operation?[] Computations = new WasmInstructions.Operation?[WasmInstructions.Prefixed + 0x100];

    private readonly WasmModule module;
    private readonly Func<int, MethodInfo> methodOf;
    private readonly WasmSignature signature;
    private readonly ILGenerator il;
    private readonly List<Type> variableTypes;
    private readonly List<LocalBuilder> variables = [];
    private readonly List<Frame> frames = [];
    private WasmReader code;
    private bool isUnreachable;
    private int skippedBlocks;

    private sealed class Frame(int opcode, Type result, int height, Label end)
    {
        public int Opcode => opcode;
        public Type Result => result;
        public int Height => height;

        /// <summary>Where a branch goes: to the start of a loop, to the end of anything else.</summary>
        public Label Target => end;
        public Label? Otherwise { get; set; }
        public bool TakesResult => opcode != Loop && result != typeof(void);
    }

    /// <param name="methodOf">The method for a function's number; asking for it makes sure that it will be translated.</param>
    public WasmFunctionTranslator(WasmModule module, int function, MethodBuilder method, Func<int, MethodInfo> methodOf)
    {
        this.module = module;
        this.methodOf = methodOf;
        signature = module.Signatures[module.SignatureOf[function]];
        code = module.CodeOf(function);
        il = method.GetILGenerator(1024);
        variableTypes = [.. signature.Parameters];
    }

    public void Translate()
    {
        for (var groups = code.Count(); groups > 0; groups--)
        {
            var count = code.Count();
            var type = WasmModule.ValueType(code.Byte());
            for (; count > 0; count--)
            {
                variableTypes.Add(type);
                variables.Add(il.DeclareLocal(type));
            }
        }

        frames.Add(new Frame(Block, signature.Result, 0, il.DefineLabel()));
        while (frames.Count > 0)
        {
            var opcode = (int)code.Byte();
            if (opcode == 0xFC)
                opcode = WasmInstructions.Prefixed + code.Count();
            if (isUnreachable)
                Skip(opcode);
            else
                Translate(opcode);
        }
    }

    private void Translate(int opcode)
    {
        switch (opcode)
        {
            case 0x00: Trap(); break;
            case 0x01: break;
            case Block or Loop or If: Open(opcode); break;
            case Else: OpenElse(); break;
            case End: Close(); break;
            case 0x0C: Branch(frames[^(1 + code.Count())]); isUnreachable = true; break;
            case 0x0D: BranchIf(); break;
            case 0x0E: BranchTable(); break;
            case 0x0F: Branch(frames[0]); isUnreachable = true; break;
            case 0x10: Call(code.Count()); break;
            case 0x11: CallIndirect(); break;
            case 0x1A: Drop(); break;
            case 0x1B: Select(); break;
            case 0x20: PushVariable(code.Count()); break;
            case 0x21: SetVariable(code.Count()); break;
            case 0x22: var variable = code.Count(); SetVariable(variable); PushVariable(variable); break;
            case 0x23: CallState(nameof(WasmState.Global), 0, typeof(int), code.Count()); break;
            case 0x24: CallState(nameof(WasmState.SetGlobal), 1, typeof(void), code.Count()); break;
            case 0x3F: code.Byte(); CallState(nameof(WasmState.SizeInPages), 0, typeof(int)); break;
            case 0x41: PushConstant(typeof(int), code.Signed()); break;
            case 0x42: PushConstant(typeof(long), code.Signed()); break;
            case 0x43: PushConstant(typeof(float), code.Float32Bits()); break;
            case 0x44: PushConstant(typeof(double), code.Float64Bits()); break;
            case WasmInstructions.Prefixed + 10: code.Take(2); CallState(nameof(WasmState.Copy), 3, typeof(void)); break;
            case WasmInstructions.Prefixed + 11: code.Take(1); CallState(nameof(WasmState.Fill), 3, typeof(void)); break;
            case >= WasmInstructions.FirstMemoryAccess and <= WasmInstructions.LastMemoryAccess: AccessMemory(opcode); break;
            default: Compute(Computations[opcode] ??= WasmInstructions.Computation(opcode)); break;
        }
    }

    private void Compute(WasmInstructions.Operation operation)
    {
        LoadTop(operation.Operands);
        foreach (var step in operation.Steps)
        {
            switch (step)
            {
                case OpCode opcode: il.Emit(opcode); break;
                case int number: LoadInt(number); break;
                case long number: il.Emit(OpCodes.Ldc_I8, number); break;
                case MethodInfo method: il.Emit(OpCodes.Call, method); break;
            }
        }

        PushResult(operation.Result);
    }

    private void AccessMemory(int opcode)
    {
        code.Count();
        var offset = code.Count();
        var method = MemoryAccesses[opcode] ??= WasmInstructions.MemoryAccess(opcode);

        LoadTop(opcode >= WasmInstructions.FirstStore ? 2 : 1);
        LoadInt(offset);
        LoadState();
        il.Emit(OpCodes.Call, method);
        PushResult(method.ReturnType);
    }

    private void Open(int opcode)
    {
        var result = ResultOfBlock();
        if (opcode == If)
            LoadTop(1);
        else
            Store();
        for (var depth = 0; depth < stack.Count; depth++)
            Settle(depth);

        var frame = new Frame(opcode, result, stack.Count, il.DefineLabel());
        frames.Add(frame);
        if (opcode == Loop)
        {
            il.MarkLabel(frame.Target);
        }
        else if (opcode == If)
        {
            frame.Otherwise = il.DefineLabel();
            il.Emit(OpCodes.Brfalse, frame.Otherwise.Value);
        }
    }

    private Type ResultOfBlock()
    {
        const int Nothing = -64;
        var type = (int)code.Signed();
        if (type == Nothing)
            return typeof(void);
        if (type < 0)
            return WasmModule.ValueType(type);
        return module.Signatures[type].Parameters.Length == 0 ? module.Signatures[type].Result : throw WasmModule.Unknown("a block with parameters");
    }

    private void OpenElse()
    {
        var frame = frames[^1];
        if (!isUnreachable)
        {
            SetResult(frame);
            il.Emit(OpCodes.Br, frame.Target);
        }

        isUnreachable = false;
        stack.RemoveRange(frame.Height, stack.Count - frame.Height);
        il.MarkLabel(frame.Otherwise!.Value);
        frame.Otherwise = null;
    }

    private void Close()
    {
        var frame = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        if (!isUnreachable)
        {
            Store();
            if (frame.Result != typeof(void))
                StoreAt(frame.Height, stack[^1]);
        }

        isUnreachable = false;
        stack.RemoveRange(frame.Height, stack.Count - frame.Height);
        if (frame.Otherwise is { } otherwise)
            il.MarkLabel(otherwise);
        if (frame.Opcode != Loop)
            il.MarkLabel(frame.Target);
        if (frame.Result != typeof(void))
            stack.Add(new Value(Kind.Slot, frame.Result, frame.Height));

        if (frames.Count == 0)
        {
            if (frame.Result != typeof(void))
                Load(stack[^1]);
            il.Emit(OpCodes.Ret);
        }
    }

    private void Branch(Frame frame)
    {
        SetResult(frame);
        il.Emit(OpCodes.Br, frame.Target);
    }

    private void BranchIf()
    {
        var frame = frames[^(1 + code.Count())];
        LoadTop(1);
        if (!frame.TakesResult)
        {
            il.Emit(OpCodes.Brtrue, frame.Target);
            return;
        }

        var stay = il.DefineLabel();
        il.Emit(OpCodes.Brfalse, stay);
        Branch(frame);
        il.MarkLabel(stay);
    }

    private void BranchTable()
    {
        var targets = new Frame[code.Count() + 1];
        for (var i = 0; i < targets.Length; i++)
            targets[i] = frames[^(1 + code.Count())];

        LoadTop(1);
        var takesResult = targets[^1].TakesResult;
        var labels = new Label[targets.Length - 1];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = takesResult ? il.DefineLabel() : targets[i].Target;

        il.Emit(OpCodes.Switch, labels);
        Branch(targets[^1]);
        for (var i = 0; takesResult && i < labels.Length; i++)
        {
            il.MarkLabel(labels[i]);
            Branch(targets[i]);
        }

        isUnreachable = true;
    }

    private void Trap()
    {
        Store();
        LoadState();
        il.Emit(OpCodes.Call, typeof(WasmState).GetMethod(nameof(WasmState.Abort))!);
        il.Emit(OpCodes.Br, frames[0].Target);
        isUnreachable = true;
    }

    private void Call(int function)
    {
        var called = module.Signatures[module.SignatureOf[function]];
        LoadTop(called.Parameters.Length);
        LoadState();
        il.Emit(OpCodes.Call, methodOf(function));
        PushResult(called.Result);
    }

    private void CallIndirect()
    {
        var number = code.Count();
        var called = module.Signatures[number];
        code.Count();
        Store();
        var place = stack[^1];
        stack.RemoveAt(stack.Count - 1);

        LoadTop(called.Parameters.Length);
        LoadState();
        Load(place);
        LoadInt(number);
        LoadState();
        il.Emit(OpCodes.Call, FunctionAt);
        il.EmitCalli(OpCodes.Calli, CallingConventions.Standard, called.Result, [.. called.Parameters, typeof(WasmState)], null);
        PushResult(called.Result);
    }

    private void CallState(string method, int parameters, Type result, int? index = null)
    {
        LoadTop(parameters);
        if (index is { } number)
            LoadInt(number);
        LoadState();
        il.Emit(OpCodes.Call, typeof(WasmState).GetMethod(method)!);
        PushResult(result);
    }

    private void Drop()
    {
        Store();
        stack.RemoveAt(stack.Count - 1);
    }

    private void Select()
    {
        var (keep, end) = (il.DefineLabel(), il.DefineLabel());
        LoadTop(1);
        var (chosen, otherwise) = (stack[^2], stack[^1]);
        stack.RemoveRange(stack.Count - 2, 2);

        il.Emit(OpCodes.Brtrue, keep);
        StoreAt(stack.Count, otherwise);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(keep);
        StoreAt(stack.Count, chosen);
        il.MarkLabel(end);
        stack.Add(new Value(Kind.Slot, chosen.Type, stack.Count));
    }

    // After a branch nothing is reached until the block ends; what stands there has no stack to speak of.
    private void Skip(int opcode)
    {
        switch (opcode)
        {
            case Block or Loop or If:
                code.Signed();
                skippedBlocks++;
                break;
            case Else when skippedBlocks == 0:
                OpenElse();
                break;
            case End when skippedBlocks == 0:
                Close();
                break;
            case End:
                skippedBlocks--;
                break;
            case 0x0C or 0x0D or 0x10 or (>= 0x20 and <= 0x24):
                code.Count();
                break;
            case 0x0E:
                for (var left = code.Count() + 1; left > 0; left--)
                    code.Count();
                break;
            case 0x11 or (>= 0x28 and <= 0x3E):
                code.Count();
                code.Count();
                break;
            case 0x3F or 0x40 or WasmInstructions.Prefixed + 11:
                code.Byte();
                break;
            case 0x41 or 0x42:
                code.Signed();
                break;
            case 0x43:
                code.Take(4);
                break;
            case 0x44:
                code.Take(8);
                break;
            case WasmInstructions.Prefixed + 10:
                code.Take(2);
                break;
        }
    }
}
