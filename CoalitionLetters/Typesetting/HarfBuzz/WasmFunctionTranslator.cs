using System.Reflection;
using System.Reflection.Emit;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Translates one function to IL. WebAssembly computes on a stack; here every value on that stack is a local variable named by its
/// depth, unless it is a constant or an unchanged variable, which are only noted and loaded where they are used.</summary>
internal sealed class WasmFunctionTranslator
{
    private const int Block = 0x02, Loop = 0x03, If = 0x04, Else = 0x05, End = 0x0B;

    private static readonly FieldInfo Memory = typeof(WasmState).GetField(nameof(WasmState.Memory))!;
    private static readonly FieldInfo Globals = typeof(WasmState).GetField(nameof(WasmState.Globals))!;
    private static readonly MethodInfo FunctionAt = typeof(WasmState).GetMethod(nameof(WasmState.FunctionAt))!;
    private static readonly WasmInstructions.Access?[] Accesses = new WasmInstructions.Access?[0x40];
    private static readonly WasmInstructions.Operation?[] Computations = new WasmInstructions.Operation?[WasmInstructions.Prefixed + 0x100];

    private readonly WasmModule module;
    private readonly Func<int, MethodInfo> methodOf;
    private readonly WasmSignature signature;
    private readonly ILGenerator il;
    private readonly List<Type> variableTypes;
    private readonly List<LocalBuilder> variables = [];
    private readonly Dictionary<(int Depth, Type), LocalBuilder> slots = [];
    private readonly List<Value> stack = [];
    private readonly List<Frame> frames = [];
    private WasmReader code;
    private bool isUnreachable;
    private int skippedBlocks;

    private enum Kind { Slot, Variable, Constant }

    private readonly record struct Value(Kind Kind, Type Type, int Index, long Bits = 0);

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
        code = module.Bodies[function - module.Imports.Count];
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
            case 0x1A: Pop(); break;
            case 0x1B: Select(); break;
            case 0x20: PushVariable(code.Count()); break;
            case 0x21: SetVariable(code.Count()); break;
            case 0x22: var variable = code.Count(); SetVariable(variable); PushVariable(variable); break;
            case 0x23: LoadGlobal(code.Count()); break;
            case 0x24: StoreGlobal(code.Count()); break;
            case 0x3F: code.Byte(); CallState(nameof(WasmState.SizeInPages), 0, typeof(int)); break;
            case 0x41: stack.Add(new Value(Kind.Constant, typeof(int), 0, code.Signed())); break;
            case 0x42: stack.Add(new Value(Kind.Constant, typeof(long), 0, code.Signed())); break;
            case 0x43: stack.Add(new Value(Kind.Constant, typeof(float), 0, code.Float32Bits())); break;
            case 0x44: stack.Add(new Value(Kind.Constant, typeof(double), 0, code.Float64Bits())); break;
            case WasmInstructions.Prefixed + 10: code.Take(2); CallState(nameof(WasmState.Copy), 3, typeof(void)); break;
            case WasmInstructions.Prefixed + 11: code.Take(1); CallState(nameof(WasmState.Fill), 3, typeof(void)); break;
            case >= 0x28 and <= 0x3E: AccessMemory(Accesses[opcode] ??= WasmInstructions.MemoryAccess(opcode)); break;
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

    // The array's own check guards the last of the bytes; then it is a step back to the first.
    private void AccessMemory(WasmInstructions.Access access)
    {
        code.Count();
        var offset = (uint)code.Count();
        var stored = access.IsStore ? Pop() : default;
        var address = Pop();

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Memory);
        Load(address);
        il.Emit(OpCodes.Conv_U8);
        var last = offset + access.Size - 1;
        if (last > 0)
        {
            il.Emit(OpCodes.Ldc_I4, checked((int)last));
            il.Emit(OpCodes.Conv_I8);
            il.Emit(OpCodes.Add);
        }

        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldelema, typeof(byte));
        if (access.Size > 1)
        {
            LoadInt(access.Size - 1);
            il.Emit(OpCodes.Sub);
        }

        if (access.IsStore)
            Load(stored);
        if (access.IsStore && access.Conversion is { } narrow)
            il.Emit(narrow);
        if (access.Size > 1)
            il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(access.Step);
        if (access.IsStore)
            return;

        if (access.Conversion is { } widen)
            il.Emit(widen);
        PushResult(access.Value);
    }

    private void Open(int opcode)
    {
        var result = ResultOfBlock();
        var condition = opcode == If ? Pop() : default;
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
            Load(condition);
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
        if (!isUnreachable && frame.Result != typeof(void))
            StoreAt(frame.Height, stack[^1]);

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
        Load(Pop());
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

        Load(Pop());
        var takesResult = targets[^1].TakesResult;
        var labels = Array.ConvertAll(targets, t => takesResult ? il.DefineLabel() : t.Target);
        il.Emit(OpCodes.Switch, labels[..^1]);
        il.Emit(OpCodes.Br, labels[^1]);
        for (var i = 0; takesResult && i < targets.Length; i++)
        {
            il.MarkLabel(labels[i]);
            Branch(targets[i]);
        }

        isUnreachable = true;
    }

    private void Trap()
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(WasmState).GetMethod(nameof(WasmState.Abort))!);
        il.Emit(OpCodes.Br, frames[0].Target);
        isUnreachable = true;
    }

    private void Call(int function)
    {
        var called = module.Signatures[module.SignatureOf[function]];
        il.Emit(OpCodes.Ldarg_0);
        LoadTop(called.Parameters.Length);
        il.Emit(OpCodes.Call, methodOf(function));
        PushResult(called.Result);
    }

    private void CallIndirect()
    {
        var number = code.Count();
        var called = module.Signatures[number];
        code.Count();
        var place = Pop();

        il.Emit(OpCodes.Ldarg_0);
        LoadTop(called.Parameters.Length);
        il.Emit(OpCodes.Ldarg_0);
        Load(place);
        LoadInt(number);
        il.Emit(OpCodes.Call, FunctionAt);
        il.EmitCalli(OpCodes.Calli, CallingConventions.Standard, called.Result, [typeof(WasmState), .. called.Parameters], null);
        PushResult(called.Result);
    }

    private void CallState(string method, int parameters, Type result)
    {
        il.Emit(OpCodes.Ldarg_0);
        LoadTop(parameters);
        il.Emit(OpCodes.Call, typeof(WasmState).GetMethod(method)!);
        PushResult(result);
    }

    private void Select()
    {
        var condition = Pop();
        var otherwise = Pop();
        var chosen = Pop();
        var (keep, end) = (il.DefineLabel(), il.DefineLabel());

        Load(condition);
        il.Emit(OpCodes.Brtrue, keep);
        StoreAt(stack.Count, otherwise);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(keep);
        StoreAt(stack.Count, chosen);
        il.MarkLabel(end);
        stack.Add(new Value(Kind.Slot, chosen.Type, stack.Count));
    }

    private void PushVariable(int index) => stack.Add(new Value(Kind.Variable, variableTypes[index], index));

    // What was noted as this variable's value must be kept before the variable changes.
    private void SetVariable(int index)
    {
        var value = Pop();
        for (var depth = 0; depth < stack.Count; depth++)
        {
            if (stack[depth].Kind == Kind.Variable && stack[depth].Index == index)
                Settle(depth);
        }

        Load(value);
        if (index < signature.Parameters.Length)
            il.Emit(OpCodes.Starg_S, (byte)(index + 1));
        else
            il.Emit(OpCodes.Stloc, variables[index - signature.Parameters.Length]);
    }

    private void LoadGlobal(int index)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Globals);
        LoadInt(index);
        il.Emit(OpCodes.Ldelem_I4);
        PushResult(typeof(int));
    }

    private void StoreGlobal(int index)
    {
        var value = Pop();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Globals);
        LoadInt(index);
        Load(value);
        il.Emit(OpCodes.Stelem_I4);
    }

    private Value Pop()
    {
        var value = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private void LoadTop(int count)
    {
        var start = stack.Count - count;
        for (var depth = start; depth < stack.Count; depth++)
            Load(stack[depth]);
        stack.RemoveRange(start, count);
    }

    private void PushResult(Type type)
    {
        if (type == typeof(void))
            return;
        il.Emit(OpCodes.Stloc, SlotAt(stack.Count, type));
        stack.Add(new Value(Kind.Slot, type, stack.Count));
    }

    private void SetResult(Frame frame)
    {
        if (frame.TakesResult)
            StoreAt(frame.Height, stack[^1]);
    }

    private void Settle(int depth)
    {
        StoreAt(depth, stack[depth]);
        stack[depth] = new Value(Kind.Slot, stack[depth].Type, depth);
    }

    private void StoreAt(int depth, Value value)
    {
        if (value.Kind == Kind.Slot && value.Index == depth)
            return;
        Load(value);
        il.Emit(OpCodes.Stloc, SlotAt(depth, value.Type));
    }

    private LocalBuilder SlotAt(int depth, Type type)
    {
        if (!slots.TryGetValue((depth, type), out var slot))
            slots[(depth, type)] = slot = il.DeclareLocal(type);
        return slot;
    }

    private void Load(Value value)
    {
        if (value.Kind == Kind.Slot)
            il.Emit(OpCodes.Ldloc, SlotAt(value.Index, value.Type));
        else if (value.Kind == Kind.Variable)
            LoadVariable(value.Index);
        else if (value.Type == typeof(int))
            LoadInt((int)value.Bits);
        else if (value.Type == typeof(long))
            il.Emit(OpCodes.Ldc_I8, value.Bits);
        else if (value.Type == typeof(float))
            il.Emit(OpCodes.Ldc_R4, BitConverter.Int32BitsToSingle((int)value.Bits));
        else
            il.Emit(OpCodes.Ldc_R8, BitConverter.Int64BitsToDouble(value.Bits));
    }

    private void LoadVariable(int index)
    {
        if (index >= signature.Parameters.Length)
            il.Emit(OpCodes.Ldloc, variables[index - signature.Parameters.Length]);
        else if (index < 3)
            il.Emit(index switch { 0 => OpCodes.Ldarg_1, 1 => OpCodes.Ldarg_2, _ => OpCodes.Ldarg_3 });
        else
            il.Emit(OpCodes.Ldarg_S, (byte)(index + 1));
    }

    private void LoadInt(int number)
    {
        if (number is >= sbyte.MinValue and <= sbyte.MaxValue)
            il.Emit(OpCodes.Ldc_I4_S, (sbyte)number);
        else
            il.Emit(OpCodes.Ldc_I4, number);
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
