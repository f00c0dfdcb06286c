using System.Reflection;
using System.Reflection.Emit;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>Which folders use which, read from the compiled code: signatures, fields, and every type that a method's body names.</summary>
public sealed class DependencyTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Floor = ["Coalitions", "Data", "History", "Jobs", "Layout", "Mail", "Staff", "Uploads", "Web"];

    private static readonly Lazy<IReadOnlyList<Use>> Uses = new(() => [.. typeof(Program).Assembly.GetTypes().SelectMany(UsesOf).Distinct()]);

    [Fact]
    public void Typesetting_uses_nothing_of_ours()
    {
        var others = Uses.Value.Where(use => use.From == "Typesetting").Select(use => use.Sentence);

        Assert.Empty(others);
    }

    [Fact]
    public void Typesetting_uses_no_package()
    {
        var packages = new[] { "Microsoft.EntityFrameworkCore", "Radzen", "Markdig", "YamlDotNet", "CsvHelper", "Microsoft.AspNetCore", "DocumentFormat", "ExcelDataReader" };

        var used = typeof(Program).Assembly.GetTypes().Where(type => FolderOf(type) == "Typesetting").SelectMany(TypesUsedBy)
            .Where(type => packages.Any(package => type.Namespace?.StartsWith(package, StringComparison.Ordinal) == true)).Distinct();

        Assert.Empty(used);
    }

    /// <summary>The one that .NET itself ships for a program to run and not to be built with.</summary>
    [Fact]
    public void Typesetting_takes_nothing_beyond_dotnet_but_the_signed_messages_of_dotnet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);

        var others = typeof(Program).Assembly.GetTypes().Where(type => FolderOf(type) == "Typesetting").SelectMany(TypesUsedBy)
            .Select(type => type.Assembly).Where(assembly => assembly != typeof(Program).Assembly && Path.GetDirectoryName(assembly.Location) != runtime)
            .Select(assembly => assembly.GetName().Name).Distinct();

        Assert.Equal(["System.Security.Cryptography.Pkcs"], others);
    }

    /// <summary>Whatever a document holds, setting it calls nobody and opens nothing: fonts are read by the library that was given their folder, and HarfBuzz from where the program says.</summary>
    [Fact]
    public void Typesetting_reaches_no_network_and_files_only_for_fonts()
    {
        string[] files = ["File", "FileInfo", "FileStream", "FileSystemInfo", "Directory", "DirectoryInfo", "DriveInfo"];
        var used = typeof(Program).Assembly.GetTypes().Where(type => FolderOf(type) == "Typesetting").SelectMany(type => TypesUsedBy(type).Select(other => (From: Outer(type).Name, To: other))).ToList();

        var network = used.Where(use => use.To.Namespace is { } space && (space.StartsWith("System.Net", StringComparison.Ordinal) || space.StartsWith("System.Diagnostics", StringComparison.Ordinal) && use.To.Name == "Process"));
        var opening = used.Where(use => use.To.Namespace == "System.IO" && files.Contains(use.To.Name)).Select(use => use.From).Distinct().Order();

        Assert.Empty(network);
        Assert.Equal(["FontFace", "FontLibrary", "HarfBuzzShaper"], opening);
    }

    [Fact]
    public void The_floor_uses_no_feature()
    {
        var upwards = Uses.Value.Where(use => Floor.Contains(use.From) && use.To != "Typesetting" && !Floor.Contains(use.To)).Select(use => use.Sentence);

        Assert.Empty(upwards);
    }

    /// <summary>Pages for readers, mails and files say what stands, however half-typed the next words are.</summary>
    [Fact]
    public void Words_that_are_still_being_written_are_read_at_the_desk_alone()
    {
        var readers = typeof(Program).Assembly.GetTypes()
            .Where(type => MethodsOf(type).SelectMany(MembersNamedIn).Any(member => member is MethodInfo { Name: "get_DraftContent" or "get_NextContent" } && member.DeclaringType == typeof(Letter)))
            .Select(Outer).Distinct().ToList();

        Assert.Contains(typeof(SaveDraft), readers);
        Assert.DoesNotContain(readers, reader => reader.Namespace != typeof(Letter).Namespace && reader.Namespace?.EndsWith(".Desk", StringComparison.Ordinal) != true);
    }

    /// <summary>So that the tests above cannot pass by seeing nothing.</summary>
    [Fact]
    public void A_known_use_is_seen()
    {
        Assert.Contains(Uses.Value, use => use is { From: "Signatures", To: "Letters", FromType: "Signature", ToType: "Letter" });
    }

    private static IEnumerable<Use> UsesOf(Type type)
    {
        var from = FolderOf(type);
        return from is null ? [] : TypesUsedBy(type)
            .Where(used => used.Assembly == type.Assembly && FolderOf(used) is { } to && to != from)
            .Select(used => new Use(from, FolderOf(used)!, Outer(type).Name, Outer(used).Name));
    }

    private static IEnumerable<Type> TypesUsedBy(Type type) =>
        new[] { type.BaseType }.Concat(type.GetInterfaces())
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(MethodsOf(type).SelectMany(TypesUsedBy))
            .OfType<Type>().SelectMany(Parts);

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));

    private static IEnumerable<Type> TypesUsedBy(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append((method as MethodInfo)?.ReturnType ?? typeof(void))
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
            .Concat(MembersNamedIn(method).SelectMany(member => member switch
            {
                Type named => [named],
                MethodInfo called => [called.DeclaringType!, called.ReturnType, .. called.GetGenericArguments()],
                _ => new[] { member.DeclaringType! },
            }));

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static IEnumerable<MemberInfo> MembersNamedIn(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(il, at),
                    method.DeclaringType?.GetGenericArguments() ?? [], method is MethodInfo ? method.GetGenericArguments() : []);
                if (member is not null)
                {
                    yield return member;
                }
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static string? FolderOf(Type type)
    {
        var parts = type.Namespace?.Split('.') ?? [];
        return parts is ["CoalitionLetters", var folder, ..] ? folder : null;
    }

    private sealed record Use(string From, string To, string FromType, string ToType)
    {
        public string Sentence => $"{From}/{FromType} uses {To}/{ToType}";
    }
}
