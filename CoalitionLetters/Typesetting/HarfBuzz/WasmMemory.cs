using System.Runtime.CompilerServices;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>How translated code reads and writes its memory. The array's own check guards the last byte of every access, so that a wrong
/// address ends in an exception and never outside. Numbers stand in the order of WebAssembly, which is that of all processors .NET runs on.</summary>
public static class WasmMemory
{
    public static int LoadInt32(int address, int offset, WasmState state) => Load<int>(address, offset, state);
    public static long LoadInt64(int address, int offset, WasmState state) => Load<long>(address, offset, state);
    public static float LoadFloat32(int address, int offset, WasmState state) => Load<float>(address, offset, state);
    public static double LoadFloat64(int address, int offset, WasmState state) => Load<double>(address, offset, state);
    public static int LoadSByte(int address, int offset, WasmState state) => Load<sbyte>(address, offset, state);
    public static int LoadByte(int address, int offset, WasmState state) => Load<byte>(address, offset, state);
    public static int LoadInt16(int address, int offset, WasmState state) => Load<short>(address, offset, state);
    public static int LoadUInt16(int address, int offset, WasmState state) => Load<ushort>(address, offset, state);
    public static long LoadSByteLong(int address, int offset, WasmState state) => Load<sbyte>(address, offset, state);
    public static long LoadByteLong(int address, int offset, WasmState state) => Load<byte>(address, offset, state);
    public static long LoadInt16Long(int address, int offset, WasmState state) => Load<short>(address, offset, state);
    public static long LoadUInt16Long(int address, int offset, WasmState state) => Load<ushort>(address, offset, state);
    public static long LoadInt32Long(int address, int offset, WasmState state) => Load<int>(address, offset, state);
    public static long LoadUInt32Long(int address, int offset, WasmState state) => Load<uint>(address, offset, state);

    public static void StoreInt32(int address, int value, int offset, WasmState state) => Store(address, value, offset, state);
    public static void StoreInt64(int address, long value, int offset, WasmState state) => Store(address, value, offset, state);
    public static void StoreFloat32(int address, float value, int offset, WasmState state) => Store(address, value, offset, state);
    public static void StoreFloat64(int address, double value, int offset, WasmState state) => Store(address, value, offset, state);
    public static void StoreByte(int address, int value, int offset, WasmState state) => Store(address, (byte)value, offset, state);
    public static void StoreInt16(int address, int value, int offset, WasmState state) => Store(address, (short)value, offset, state);
    public static void StoreByteLong(int address, long value, int offset, WasmState state) => Store(address, (byte)value, offset, state);
    public static void StoreInt16Long(int address, long value, int offset, WasmState state) => Store(address, (short)value, offset, state);
    public static void StoreInt32Long(int address, long value, int offset, WasmState state) => Store(address, (int)value, offset, state);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Load<T>(int address, int offset, WasmState state) where T : unmanaged =>
        Unsafe.ReadUnaligned<T>(ref At(address, offset, Unsafe.SizeOf<T>(), state));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(int address, T value, int offset, WasmState state) where T : unmanaged =>
        Unsafe.WriteUnaligned(ref At(address, offset, Unsafe.SizeOf<T>(), state), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte At(int address, int offset, int size, WasmState state) =>
        ref Unsafe.Subtract(ref state.Memory[(long)(uint)address + (uint)offset + size - 1], size - 1);
}
