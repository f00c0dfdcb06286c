using System.Reflection.Emit;

namespace CoalitionLetters.Typesetting.HarfBuzz;

// WebAssembly computes on a stack. Here every value on that stack is a local variable named by its depth, unless it is a constant or an
// unchanged variable, which are only noted and loaded where they are used. The last result waits on IL's own stack, and is stored only if
// the next instruction does not take it first.
internal sealed partial class WasmFunctionTranslator
{
    private readonly List<LocalBuilder?[]> slots = [];
    private readonly List<Value> stack = [];
    private int waiting = -1;

    private enum Kind { Slot, Variable, Constant }

    private sealed record Value(Kind Kind, Type Type, int Index, long Bits = 0);

    private void PushConstant(Type type, long bits) => stack.Add(new Value(Kind.Constant, type, 0, bits));

    private void PushVariable(int index) => stack.Add(new Value(Kind.Variable, variableTypes[index], index));

    // What was noted as this variable's value must be kept before the variable changes.
    private void SetVariable(int index)
    {
        LoadTop(1);
        for (var depth = 0; depth < stack.Count; depth++)
        {
            if (stack[depth].Kind == Kind.Variable && stack[depth].Index == index)
                Settle(depth);
        }

        if (index < signature.Parameters.Length)
            il.Emit(OpCodes.Starg_S, (byte)index);
        else
            il.Emit(OpCodes.Stloc, variables[index - signature.Parameters.Length]);
    }

    /// <summary>Takes the topmost values off the stack and loads them in their order.</summary>
    private void LoadTop(int count)
    {
        var start = stack.Count - count;
        var next = start;
        if (count > 0 && waiting == start)
        {
            waiting = -1;
            next++;
        }

        Store();
        for (; next < stack.Count; next++)
            Load(stack[next]);
        stack.RemoveRange(start, count);
    }

    private void PushResult(Type type)
    {
        if (type == typeof(void))
            return;
        waiting = stack.Count;
        stack.Add(new Value(Kind.Slot, type, stack.Count));
    }

    /// <summary>Stores the result that waits on IL's stack.</summary>
    private void Store()
    {
        if (waiting < 0)
            return;
        il.Emit(OpCodes.Stloc, SlotAt(waiting, stack[waiting].Type));
        waiting = -1;
    }

    private void SetResult(Frame frame)
    {
        Store();
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
        while (slots.Count <= depth)
            slots.Add(new LocalBuilder?[4]);
        var kind = type == typeof(int) ? 0 : type == typeof(long) ? 1 : type == typeof(float) ? 2 : 3;
        return slots[depth][kind] ??= il.DeclareLocal(type);
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
        else
            LoadArgument(index);
    }

    private void LoadState() => LoadArgument(signature.Parameters.Length);

    private void LoadArgument(int index)
    {
        if (index < 4)
            il.Emit(index switch { 0 => OpCodes.Ldarg_0, 1 => OpCodes.Ldarg_1, 2 => OpCodes.Ldarg_2, _ => OpCodes.Ldarg_3 });
        else
            il.Emit(OpCodes.Ldarg_S, (byte)index);
    }

    private void LoadInt(int number)
    {
        if (number is >= sbyte.MinValue and <= sbyte.MaxValue)
            il.Emit(OpCodes.Ldc_I4_S, (sbyte)number);
        else
            il.Emit(OpCodes.Ldc_I4, number);
    }
}
