using System.Text;
using CoalitionLetters.Tests.Typesetting.Images;

namespace CoalitionLetters.Tests.Uploads;

/// <summary>Pictures as people choose them: good ones of each kind, and what is refused, with its sentence.</summary>
internal static class SomePictures
{
    public static readonly byte[] Svg = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path fill="#1f3f94" d="M0 0h90v30H0z"/></svg>""");

    public static readonly byte[] Png = APicture.Png(2, 2, 8, 2, [0, 31, 63, 148, 31, 63, 148, 0, 31, 63, 148, 31, 63, 148]);

    /// <summary>Eight by eight blue pixels, as an encoder writes it.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAIAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAGCP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ACkoACf/2Q==");

    public static IEnumerable<(string Name, string Type, byte[] Bytes)> Good => [("logo.png", "image/png", Png), ("logo.jpg", "image/jpeg", Jpeg), ("logo.svg", "image/svg+xml", Svg)];

    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> Bad =>
    [
        ("photo.jpg", [.. Jpeg, .. new byte[(2 * 1024 * 1024) + 1 - Jpeg.Length]], "Choose a picture of 2 MB at most."),
        ("phone.jpg", [.. Jpeg, .. new byte[9 * 1024 * 1024]], "Choose a picture of 2 MB at most."),
        ("program.png", "MZ this is a program"u8.ToArray(), "Choose a PNG, JPEG or SVG picture. This file is none of them, whatever its name says."),
        ("torn.png", Png[..^20], "This picture cannot be printed. The picture “torn.png”"),
        ("torn.jpg", Jpeg[..40], "This picture cannot be printed. The picture “torn.jpg”"),
        ("script.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><defs><script>alert(1)</script></defs></svg>"), "This picture cannot be printed. The picture “script.svg” cannot be drawn: it has an element script"),
        ("event.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'><path d='M0 0h9v9z'/></svg>"), "This picture cannot be printed. The picture “event.svg” cannot be drawn: it has an attribute onload"),
    ];
}
