using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>The instructions that take values from the stack and put one back, each with what does the same in .NET:
/// IL instructions, numbers to push, methods to call.</summary>
internal static class WasmInstructions
{
    private static readonly Type I = typeof(int), L = typeof(long), F = typeof(float), D = typeof(double);
    private static readonly object[] NotEqual = [OpCodes.Ceq, 0, OpCodes.Ceq];

    private static readonly string[] MemoryMethods =
    [
        nameof(WasmMemory.LoadInt32), nameof(WasmMemory.LoadInt64), nameof(WasmMemory.LoadFloat32), nameof(WasmMemory.LoadFloat64),
        nameof(WasmMemory.LoadSByte), nameof(WasmMemory.LoadByte), nameof(WasmMemory.LoadInt16), nameof(WasmMemory.LoadUInt16),
        nameof(WasmMemory.LoadSByteLong), nameof(WasmMemory.LoadByteLong), nameof(WasmMemory.LoadInt16Long),
        nameof(WasmMemory.LoadUInt16Long), nameof(WasmMemory.LoadInt32Long), nameof(WasmMemory.LoadUInt32Long),
        nameof(WasmMemory.StoreInt32), nameof(WasmMemory.StoreInt64), nameof(WasmMemory.StoreFloat32), nameof(WasmMemory.StoreFloat64),
        nameof(WasmMemory.StoreByte), nameof(WasmMemory.StoreInt16), nameof(WasmMemory.StoreByteLong), nameof(WasmMemory.StoreInt16Long),
        nameof(WasmMemory.StoreInt32Long),
    ];

    public const int FirstMemoryAccess = 0x28, FirstStore = 0x36, LastMemoryAccess = 0x3E;

    public sealed record Operation(int Operands, Type Result, params object[] Steps);

    /// <summary>The method that reads or writes memory as an instruction does.</summary>
    public static MethodInfo MemoryAccess(int code) => typeof(WasmMemory).GetMethod(MemoryMethods[code - FirstMemoryAccess])!;

    // The second list of instructions, behind the prefix 0xFC, begins here.
    public const int Prefixed = 0x100;

    public static Operation Computation(int code) =>
        Int32(code) ?? Int64(code) ?? Floating(code) ?? Conversion(code) ?? throw WasmModule.Unknown($"the instruction 0x{code:x2}");

    private static Operation? Int32(int code) => code switch
    {
        0x45 => new(1, I, 0, OpCodes.Ceq),
        0x46 => new(2, I, OpCodes.Ceq),
        0x47 => new(2, I, NotEqual),
        0x48 => new(2, I, OpCodes.Clt),
        0x49 => new(2, I, OpCodes.Clt_Un),
        0x4A => new(2, I, OpCodes.Cgt),
        0x4B => new(2, I, OpCodes.Cgt_Un),
        0x4C => new(2, I, OpCodes.Cgt, 0, OpCodes.Ceq),
        0x4D => new(2, I, OpCodes.Cgt_Un, 0, OpCodes.Ceq),
        0x4E => new(2, I, OpCodes.Clt, 0, OpCodes.Ceq),
        0x4F => new(2, I, OpCodes.Clt_Un, 0, OpCodes.Ceq),
        0x67 => new(1, I, Bits(nameof(BitOperations.LeadingZeroCount), typeof(uint))),
        0x68 => new(1, I, Bits(nameof(BitOperations.TrailingZeroCount), I)),
        0x69 => new(1, I, Bits(nameof(BitOperations.PopCount), typeof(uint))),
        0x6A => new(2, I, OpCodes.Add),
        0x6B => new(2, I, OpCodes.Sub),
        0x6C => new(2, I, OpCodes.Mul),
        0x6D => new(2, I, OpCodes.Div),
        0x6E => new(2, I, OpCodes.Div_Un),
        0x6F => new(2, I, OpCodes.Rem),
        0x70 => new(2, I, OpCodes.Rem_Un),
        0x71 => new(2, I, OpCodes.And),
        0x72 => new(2, I, OpCodes.Or),
        0x73 => new(2, I, OpCodes.Xor),
        0x74 => new(2, I, 31, OpCodes.And, OpCodes.Shl),
        0x75 => new(2, I, 31, OpCodes.And, OpCodes.Shr),
        0x76 => new(2, I, 31, OpCodes.And, OpCodes.Shr_Un),
        0x77 => new(2, I, Bits(nameof(BitOperations.RotateLeft), typeof(uint), I)),
        0x78 => new(2, I, Bits(nameof(BitOperations.RotateRight), typeof(uint), I)),
        0xC0 => new(1, I, OpCodes.Conv_I1),
        0xC1 => new(1, I, OpCodes.Conv_I2),
        _ => null,
    };

    private static Operation? Int64(int code) => code switch
    {
        0x50 => new(1, I, 0L, OpCodes.Ceq),
        0x51 => new(2, I, OpCodes.Ceq),
        0x52 => new(2, I, NotEqual),
        0x53 => new(2, I, OpCodes.Clt),
        0x54 => new(2, I, OpCodes.Clt_Un),
        0x55 => new(2, I, OpCodes.Cgt),
        0x56 => new(2, I, OpCodes.Cgt_Un),
        0x57 => new(2, I, OpCodes.Cgt, 0, OpCodes.Ceq),
        0x58 => new(2, I, OpCodes.Cgt_Un, 0, OpCodes.Ceq),
        0x59 => new(2, I, OpCodes.Clt, 0, OpCodes.Ceq),
        0x5A => new(2, I, OpCodes.Clt_Un, 0, OpCodes.Ceq),
        0x79 => new(1, L, Bits(nameof(BitOperations.LeadingZeroCount), typeof(ulong)), OpCodes.Conv_I8),
        0x7A => new(1, L, Bits(nameof(BitOperations.TrailingZeroCount), L), OpCodes.Conv_I8),
        0x7B => new(1, L, Bits(nameof(BitOperations.PopCount), typeof(ulong)), OpCodes.Conv_I8),
        0x7C => new(2, L, OpCodes.Add),
        0x7D => new(2, L, OpCodes.Sub),
        0x7E => new(2, L, OpCodes.Mul),
        0x7F => new(2, L, OpCodes.Div),
        0x80 => new(2, L, OpCodes.Div_Un),
        0x81 => new(2, L, OpCodes.Rem),
        0x82 => new(2, L, OpCodes.Rem_Un),
        0x83 => new(2, L, OpCodes.And),
        0x84 => new(2, L, OpCodes.Or),
        0x85 => new(2, L, OpCodes.Xor),
        0x86 => new(2, L, OpCodes.Conv_I4, 63, OpCodes.And, OpCodes.Shl),
        0x87 => new(2, L, OpCodes.Conv_I4, 63, OpCodes.And, OpCodes.Shr),
        0x88 => new(2, L, OpCodes.Conv_I4, 63, OpCodes.And, OpCodes.Shr_Un),
        0x89 => new(2, L, OpCodes.Conv_I4, Bits(nameof(BitOperations.RotateLeft), typeof(ulong), I)),
        0x8A => new(2, L, OpCodes.Conv_I4, Bits(nameof(BitOperations.RotateRight), typeof(ulong), I)),
        0xC2 => new(1, L, OpCodes.Conv_I1, OpCodes.Conv_I8),
        0xC3 => new(1, L, OpCodes.Conv_I2, OpCodes.Conv_I8),
        0xC4 => new(1, L, OpCodes.Conv_I4, OpCodes.Conv_I8),
        _ => null,
    };

    // Comparisons with a number that is none are false, except "not equal".
    private static Operation? Floating(int code) => code switch
    {
        0x5B or 0x61 => new(2, I, OpCodes.Ceq),
        0x5C or 0x62 => new(2, I, NotEqual),
        0x5D or 0x63 => new(2, I, OpCodes.Clt),
        0x5E or 0x64 => new(2, I, OpCodes.Cgt),
        0x5F or 0x65 => new(2, I, OpCodes.Cgt_Un, 0, OpCodes.Ceq),
        0x60 or 0x66 => new(2, I, OpCodes.Clt_Un, 0, OpCodes.Ceq),
        0x8B => new(1, F, Single(nameof(MathF.Abs), 1)),
        0x8C => new(1, F, OpCodes.Neg),
        0x8D => new(1, F, Single(nameof(MathF.Ceiling), 1)),
        0x8E => new(1, F, Single(nameof(MathF.Floor), 1)),
        0x8F => new(1, F, Single(nameof(MathF.Truncate), 1)),
        0x90 => new(1, F, Single(nameof(MathF.Round), 1)),
        0x91 => new(1, F, Single(nameof(MathF.Sqrt), 1)),
        0x92 => new(2, F, OpCodes.Add),
        0x93 => new(2, F, OpCodes.Sub),
        0x94 => new(2, F, OpCodes.Mul),
        0x95 => new(2, F, OpCodes.Div),
        0x96 => new(2, F, Single(nameof(MathF.Min), 2)),
        0x97 => new(2, F, Single(nameof(MathF.Max), 2)),
        0x98 => new(2, F, Single(nameof(MathF.CopySign), 2)),
        0x99 => new(1, D, Double(nameof(Math.Abs), 1)),
        0x9A => new(1, D, OpCodes.Neg),
        0x9B => new(1, D, Double(nameof(Math.Ceiling), 1)),
        0x9C => new(1, D, Double(nameof(Math.Floor), 1)),
        0x9D => new(1, D, Double(nameof(Math.Truncate), 1)),
        0x9E => new(1, D, Double(nameof(Math.Round), 1)),
        0x9F => new(1, D, Double(nameof(Math.Sqrt), 1)),
        0xA0 => new(2, D, OpCodes.Add),
        0xA1 => new(2, D, OpCodes.Sub),
        0xA2 => new(2, D, OpCodes.Mul),
        0xA3 => new(2, D, OpCodes.Div),
        0xA4 => new(2, D, Double(nameof(Math.Min), 2)),
        0xA5 => new(2, D, Double(nameof(Math.Max), 2)),
        0xA6 => new(2, D, Double(nameof(Math.CopySign), 2)),
        _ => null,
    };

    // .NET's conversions from floating point stop at the ends of the range, as the instructions behind the prefix want it.
    // Those before it would trap there, and no compiled code lets it come to that.
    private static Operation? Conversion(int code) => code switch
    {
        0xA7 => new(1, I, OpCodes.Conv_I4),
        0xA8 or 0xAA or Prefixed + 0 or Prefixed + 2 => new(1, I, OpCodes.Conv_I4),
        0xA9 or 0xAB or Prefixed + 1 or Prefixed + 3 => new(1, I, OpCodes.Conv_U4),
        0xAC => new(1, L, OpCodes.Conv_I8),
        0xAD => new(1, L, OpCodes.Conv_U8),
        0xAE or 0xB0 or Prefixed + 4 or Prefixed + 6 => new(1, L, OpCodes.Conv_I8),
        0xAF or 0xB1 or Prefixed + 5 or Prefixed + 7 => new(1, L, OpCodes.Conv_U8),
        0xB2 or 0xB4 or 0xB6 => new(1, F, OpCodes.Conv_R4),
        0xB3 or 0xB5 => new(1, F, OpCodes.Conv_R_Un, OpCodes.Conv_R4),
        0xB7 or 0xB9 or 0xBB => new(1, D, OpCodes.Conv_R8),
        0xB8 or 0xBA => new(1, D, OpCodes.Conv_R_Un, OpCodes.Conv_R8),
        0xBC => new(1, I, Raw(nameof(BitConverter.SingleToInt32Bits))),
        0xBD => new(1, L, Raw(nameof(BitConverter.DoubleToInt64Bits))),
        0xBE => new(1, F, Raw(nameof(BitConverter.Int32BitsToSingle))),
        0xBF => new(1, D, Raw(nameof(BitConverter.Int64BitsToDouble))),
        _ => null,
    };

    private static MethodInfo Bits(string name, params Type[] types) => typeof(BitOperations).GetMethod(name, types)!;

    private static MethodInfo Single(string name, int count) => typeof(MathF).GetMethod(name, [.. Enumerable.Repeat(F, count)])!;

    private static MethodInfo Double(string name, int count) => typeof(Math).GetMethod(name, [.. Enumerable.Repeat(D, count)])!;

    private static MethodInfo Raw(string name) => typeof(BitConverter).GetMethod(name)!;
}
