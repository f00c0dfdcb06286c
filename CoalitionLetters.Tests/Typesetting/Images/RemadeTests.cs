using System.Runtime.CompilerServices;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Images;

public sealed class RemadeTests
{
    [Fact]
    public void Pixels_go_when_memory_is_needed_and_come_again()
    {
        var picture = Assert.IsType<RasterPicture>(Picture.Read(APicture.Png(2, 1, 8, 0, [0, 7, 9]), "logo"));

        var before = Held(picture);
        GC.Collect();

        Assert.False(before.IsAlive);
        Assert.Equal([7, 9], picture.Pixels.Samples);
    }

    [Fact]
    public void What_is_in_use_is_not_made_twice()
    {
        var made = 0;
        var remade = new Remade<byte[]>([0], () => [(byte)++made]);

        GC.Collect();
        var used = remade.Value;
        GC.Collect();

        Assert.Same(used, remade.Value);
        Assert.InRange(made, 0, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Held(RasterPicture picture) => new(picture.Pixels);
}
