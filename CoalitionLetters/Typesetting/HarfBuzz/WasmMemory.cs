using System.Runtime.CompilerServices;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>How translated code reads and writes its memory. The array's own check guards the last byte of every access, so that a wrong
/// address ends in an exception and never outside. Numbers stand in the order of WebAssembly, which is that of all processors .NET runs on.</summary>
public static class WasmMemory
{
    public static int LoadInt32(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<int>(ref At(address, offset, 4, state));
    public static long LoadInt64(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<long>(ref At(address, offset, 8, state));
    public static float LoadFloat32(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<float>(ref At(address, offset, 4, state));
    public static double LoadFloat64(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<double>(ref At(address, offset, 8, state));
    public static int LoadSByte(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<sbyte>(ref At(address, offset, 1, state));
    public static int LoadByte(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<byte>(ref At(address, offset, 1, state));
    public static int LoadInt16(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<short>(ref At(address, offset, 2, state));
    public static int LoadUInt16(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<ushort>(ref At(address, offset, 2, state));
    public static long LoadSByteLong(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<sbyte>(ref At(address, offset, 1, state));
    public static long LoadByteLong(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<byte>(ref At(address, offset, 1, state));
    public static long LoadInt16Long(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<short>(ref At(address, offset, 2, state));
    public static long LoadUInt16Long(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<ushort>(ref At(address, offset, 2, state));
    public static long LoadInt32Long(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<int>(ref At(address, offset, 4, state));
    public static long LoadUInt32Long(int address, int offset, WasmState state) => Unsafe.ReadUnaligned<uint>(ref At(address, offset, 4, state));

    public static void StoreInt32(int address, int value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 4, state), value);
    public static void StoreInt64(int address, long value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 8, state), value);
    public static void StoreFloat32(int address, float value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 4, state), value);
    public static void StoreFloat64(int address, double value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 8, state), value);
    public static void StoreByte(int address, int value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 1, state), (byte)value);
    public static void StoreInt16(int address, int value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 2, state), (short)value);
    public static void StoreByteLong(int address, long value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 1, state), (byte)value);
    public static void StoreInt16Long(int address, long value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 2, state), (short)value);
    public static void StoreInt32Long(int address, long value, int offset, WasmState state) => Unsafe.WriteUnaligned(ref At(address, offset, 4, state), (int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte At(int address, int offset, int size, WasmState state) =>
        ref Unsafe.Subtract(ref state.Memory[(long)(uint)address + (uint)offset + size - 1], size - 1);
}
