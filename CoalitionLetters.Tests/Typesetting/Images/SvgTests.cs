using System.Numerics;
using System.Text;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Tests.Typesetting.Documents;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Images;

public sealed class SvgTests
{
    [Fact]
    public void A_view_box_is_fitted_into_the_size_and_centered()
    {
        var picture = Read("<path d='M0 0'/>", "width='200' height='100' viewBox='10 0 50 50'");

        Assert.Equal((150, 75), (picture.Width, picture.Height));
        var transform = picture.Shapes[0].Transform;
        Assert.Equal(new Vector2(37.5f, 0), Vector2.Transform(new Vector2(10, 0), transform));
        Assert.Equal(new Vector2(112.5f, 75), Vector2.Transform(new Vector2(60, 50), transform));
    }

    [Fact]
    public void Path_commands_are_followed()
    {
        var path = Read("<path d='M10,10h5v5l-5-5zm1 1c1 0 2 1 2 2s1 2 2 2q.5.5 1 0t1 0A2 2 0 11 5 5'/>").Shapes[0].Path;

        Assert.Equal(
            [PathVerb.Move, PathVerb.Line, PathVerb.Line, PathVerb.Line, PathVerb.Close, PathVerb.Move, PathVerb.Curve, PathVerb.Curve, PathVerb.Curve, PathVerb.Curve],
            path.Select(step => step.Verb).Take(10));
        Assert.Equal(new Vector2(11, 11), path[5].End);
        Assert.Equal(new Vector2(13, 14), path[7].First);
        Assert.Equal(new Vector2(5, 5), path[^1].End);
    }

    [Fact]
    public void An_arc_stays_on_its_circle()
    {
        var path = Read("<path d='M10 0A10 10 0 0 1 -10 0'/>").Shapes[0].Path;

        Assert.Equal(3, path.Count);
        Assert.Equal(0, path[1].End.X, 0.001);
        Assert.Equal(10, path[1].End.Y, 0.001);
    }

    [Fact]
    public void Style_is_inherited_and_goes_before_attributes()
    {
        var paint = Read("<g fill='red' opacity='.5'><rect width='1' height='1' stroke='blue' style='stroke: #0f0; stroke-width:2px; fill-opacity:50%'/></g>").Shapes[0].Paint;

        Assert.Equal(new Color(255, 0, 0), paint.Fill);
        Assert.Equal(new Color(0, 255, 0), paint.Stroke);
        Assert.Equal((0.25, 0.5, 2), (paint.Opacity, paint.StrokeOpacity, paint.StrokeWidth));
    }

    [Theory]
    [InlineData("<rect width='4' height='2'/>", 5)]
    [InlineData("<rect width='4' height='2' rx='1'/>", 10)]
    [InlineData("<circle r='2'/>", 6)]
    [InlineData("<ellipse rx='2' ry='1'/>", 6)]
    [InlineData("<line x2='2'/>", 2)]
    [InlineData("<polyline points='0,0 1,1 2,0'/>", 3)]
    [InlineData("<polygon points='0,0 1,1 2,0'/>", 4)]
    public void Basic_shapes_become_paths(string shape, int steps)
    {
        Assert.Equal(steps, Read(shape).Shapes[0].Path.Count);
    }

    [Fact]
    public void A_used_shape_is_drawn_where_it_is_used()
    {
        var shapes = Read("<defs><path id='p' d='M0 0h1'/></defs><use href='#p' x='5' fill='red'/><use href='#p' transform='translate(0 7)'/>", "width='10' height='10'").Shapes;

        Assert.Equal([new Vector2(3.75f, 0), new Vector2(0, 5.25f)], shapes.Select(shape => Vector2.Transform(Vector2.Zero, shape.Transform)));
        Assert.Equal(new Color(255, 0, 0), shapes[0].Paint.Fill);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "an element script")]
    [InlineData("<defs><g><script>alert(1)</script></g></defs>", "an element script")]
    [InlineData("<metadata><s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script></metadata>", "an element script")]
    [InlineData("<rect width='1' height='1' onclick='alert(1)'/>", "an attribute onclick")]
    [InlineData("<image href='http://elsewhere.example/a.png'/>", "an element image")]
    [InlineData("<text>words</text>", "an element text")]
    [InlineData("<text>words</text>", "Convert the text to outlines")]
    [InlineData("<style>.a{fill:red}</style>", "an element style")]
    [InlineData("<use href='http://elsewhere.example/a.svg#b'/>", "which is not in it")]
    [InlineData("<rect width='1' height='1' fill='url(#g)'/>", "plain colors")]
    [InlineData("<rect width='1' height='1' fill='url(#g)'/>", "save the logo as PNG")]
    [InlineData("<rect width='1' height='1' fill='sparkle'/>", "is no color")]
    [InlineData("<path d='M0 0 L'/>", "a number is missing")]
    [InlineData("<path d='L1 1'/>", "does not begin with a move")]
    [InlineData("<g transform='wobble(3)'/>", "is no transform")]
    [InlineData("<g clip-path='url(#c)'/>", "clip-path")]
    [InlineData("<rect width='1e99' height='1'/>", "is no number")]
    public void What_cannot_be_drawn_is_said(string content, string sentence)
    {
        Assert.Contains(sentence, Refusal(Svg(content)));
    }

    [Theory]
    [InlineData("<rect width='1' height='1' transform='scale(1e20)'/>", "reaches too far")]
    [InlineData("<rect width='1' height='1' transform='scale(1e38) scale(1e38)'/>", "reaches too far")]
    [InlineData("<path d='M-1e20 0 L1 1z'/>", "reaches too far")]
    [InlineData("<path d='M1e8 0 L1 1z'/>", "reaches too far")]
    [InlineData("<g transform='translate(1e20)'><rect x='-1e20' width='1' height='1'/></g>", "reaches too far")]
    [InlineData("<g transform='scale(1e-20)'><rect width='1e20' height='1e20'/></g>", "reaches too far")]
    [InlineData("<rect width='1' height='1' transform='skewX(90)'/>", "reaches too far")]
    [InlineData("<line x2='1' stroke='red' stroke-width='1e9'/>", "reaches too far")]
    [InlineData("<g transform='scale(1000)'><line x2='1' stroke='red' stroke-width='1e5'/></g>", "reaches too far")]
    [InlineData("<line x2='1' stroke='red' stroke-dasharray='1e9 1'/>", "reaches too far")]
    public void A_drawing_beyond_all_reach_is_refused(string content, string sentence) => Assert.Contains(sentence, Refusal(Svg(content)));

    [Theory]
    [InlineData("width='1e-30' height='1'")]
    [InlineData("width='1e-30' viewBox='0 0 10 10'")]
    [InlineData("width='1e30' height='1e30'")]
    [InlineData("width='19300' height='1'")]
    public void A_size_that_no_picture_has_is_refused(string size) => Assert.Contains("is no size of a picture", Refusal(Svg("<rect width='1' height='1'/>", size)));

    [Theory]
    [InlineData("width='19000' height='1'", "<rect width='19000' height='1'/>")]
    [InlineData("width='100' height='100' viewBox='0 0 900000 900000'", "<rect width='900000' height='900000'/>")]
    [InlineData("width='100' height='100' viewBox='0 0 1e-3 1e-3'", "<rect width='1e-3' height='1e-3'/>")]
    [InlineData("width='100' height='100'", "<line x2='99' stroke='red' stroke-dasharray='1e-9 1e-9'/><g transform='scale(0)'><rect width='9' height='9'/></g><g transform='scale(1e-30)'><rect width='9' height='9'/></g>")]
    public void Large_and_tiny_numbers_within_reach_are_drawn_soundly(string size, string content)
    {
        var pdf = Layouts.Of(sheet => sheet.Image(Read(content, size), "A drawing", width: 100)).ToBytes();

        Assert.Empty(Conformance.Check(pdf));
        Assert.Contains("No syntax or stream encoding errors", PdfTools.RunOn(pdf, "qpdf", ["--check"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_refused()
    {
        var bomb = Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>&a;&b;</svg>");

        Assert.Contains("uses entities", Refusal(bomb));
    }

    [Theory]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>")]
    [InlineData("<?xml version='1.0'?><!-- made long ago --><!DOCTYPE svg SYSTEM 'file:///etc/passwd' [<!ENTITY unused 'x'>]>")]
    public void A_document_type_says_nothing_that_is_drawn(string type)
    {
        var picture = Picture.Read(Encoding.UTF8.GetBytes(type + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>"), "logo.svg");

        Assert.Single(Assert.IsType<VectorPicture>(picture).Shapes);
    }

    [Theory]
    [InlineData("<!ATTLIST svg onload CDATA 'alert(1)'>")]
    [InlineData("<!ENTITY % more SYSTEM 'http://evil.example/more.dtd'> %more;")]
    public void A_document_type_that_would_give_elements_scripts_is_refused(string subset) =>
        Assert.Contains("gives elements attributes of its own", Refusal(Encoding.UTF8.GetBytes($"<!DOCTYPE svg [{subset}]><svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")));

    [Fact]
    public void Uses_of_uses_come_to_an_end()
    {
        var levels = Enumerable.Range(1, 30).Select(level => $"<g id='l{level}'><use href='#l{level - 1}'/><use href='#l{level - 1}'/></g>");

        Assert.Contains("draws too much", Refusal(Svg($"<defs><path id='l0' d='M0 0'/>{string.Concat(levels)}</defs><use href='#l30'/>")));
        Assert.Contains("deep in each other", Refusal(Svg("<g id='self'><use href='#self'/></g>")));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.Contains("deep in each other", Refusal(Svg(string.Concat(Enumerable.Repeat("<g>", 5_000)) + string.Concat(Enumerable.Repeat("</g>", 5_000)))));
    }

    [Fact]
    public void Too_many_elements_are_refused()
    {
        Assert.Contains("more than 100000 elements", Refusal(Svg(string.Concat(Enumerable.Repeat("<g/>", 100_001)))));
    }

    private static VectorPicture Read(string content, string size = "width='100' height='100'") => Assert.IsType<VectorPicture>(Picture.Read(Svg(content, size), "drawing"));

    private static byte[] Svg(string content, string size = "width='100' height='100'") => Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' {size}>{content}</svg>");

    private static string Refusal(byte[] bytes) => Assert.Throws<TypesettingException>(() => Picture.Read(bytes, "drawing")).Message;
}
