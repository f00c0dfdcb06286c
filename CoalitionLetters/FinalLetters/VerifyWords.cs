using CoalitionLetters.Listings;

namespace CoalitionLetters.FinalLetters;

/// <summary>What the page says that tells whether a copy is genuine, in the letter's language.</summary>
public sealed class VerifyWords(string language)
{
    private readonly bool spanish = Languages.IsSpanish(language);

    public string Language => spanish ? "es" : "en";
    public string Skip => Say("Skip to the text", "Ir al texto");
    public string Question => Say("Is this copy genuine?", "¿Es auténtica esta copia?");
    public string UnknownTitle => Say("No letter of ours has this code", "Ninguna carta nuestra tiene este código");
    public string UnknownText => Say(
        "Compare the code with the one on the last page of the letter: eight characters, like 7F3K-92QD. If it is the same, the letter is not from us.",
        "Compare el código con el de la última página de la carta: ocho caracteres, como 7F3K-92QD. Si es el mismo, la carta no es nuestra.");

    public string TheCode => Say("The code", "El código");
    public string BelongsTo(int edition) => Say($"belongs to edition {edition} of our letter", $"pertenece a la edición {edition} de nuestra carta");
    public string Published(string moment, string count) => Say($", published on {moment}, with {count}.", $", publicada el {moment}, con {count}.");
    public string Withdrawn(string moment) => Say($"The letter was withdrawn on {moment}.", $"La carta fue retirada el {moment}.");
    public string Later => Say("A later edition has taken its place:", "Una edición posterior la ha reemplazado:");
    public string Edition(int number) => Say($"edition {number}", $"edición {number}");

    public string Genuine => Say("The file is genuine.", "El archivo es auténtico.");
    public string ByteForByte(int edition) => Say($"It is edition {edition}, byte for byte.", $"Es la edición {edition}, byte por byte.");
    public string OtherFile => Say("The file is not this edition.", "El archivo no es esta edición.");
    public string OtherPrint => Say(
        "Its fingerprint is another one. It may be another edition, or somebody changed or saved it anew. Ours is here:",
        "Su huella es otra. Puede ser otra edición, o alguien lo cambió o lo guardó de nuevo. El nuestro está aquí:");
    public string OurFingerprint(int edition) => Say($"This is the fingerprint of edition {edition}.", $"Esta es la huella de la edición {edition}.");
    public string IfFromYourFile => Say("If your computer has made it from your file, the file is genuine, byte for byte.", "Si su computadora la calculó a partir de su archivo, el archivo es auténtico, byte por byte.");
    public string OtherFingerprint => Say("This is not the fingerprint of this edition.", "Esta no es la huella de esta edición.");
    public string OtherFileThen => Say(
        "If your computer has made it from your file, that may be another edition, or somebody changed or saved it anew. Ours is here:",
        "Si su computadora la calculó a partir de su archivo, este puede ser otra edición, o alguien lo cambió o lo guardó de nuevo. El nuestro está aquí:");
    public string NotCompared => Say("That could not be compared.", "No se pudo comparar.");
    public string ChooseFile => Say("Choose the PDF file, of 20 MB at most.", "Elija el archivo PDF, de 20 MB como máximo.");

    public string PasteFingerprint => Say("Paste the whole fingerprint: 64 digits and letters from a to f.", "Pegue la huella completa: 64 cifras y letras de la a a la f.");

    public string CompareFile => Say("Compare a file", "Comparar un archivo");
    public string YourFile => Say("The PDF that you have", "El PDF que usted tiene");
    public string NothingKept => Say("We only compute its fingerprint, and keep nothing of it.", "Solo calculamos su huella y no guardamos nada de él.");
    public string Compare => Say("Compare", "Comparar");
    public string ByHand => Say("Or compare by hand", "O compare a mano");
    public string Fingerprint => Say("The SHA-256 fingerprint of the file is", "La huella SHA-256 del archivo es");
    public string YourFingerprint => Say("The fingerprint that your computer has made of your file", "La huella que su computadora calculó de su archivo");
    public string CompareFingerprint => Say("Compare the fingerprint", "Comparar la huella");
    public string Size(string bytes, int pages) => Say($"It has {bytes} bytes on {pages} {(pages == 1 ? "page" : "pages")}.", $"Tiene {bytes} bytes en {pages} {(pages == 1 ? "página" : "páginas")}.");
    public string OnMac => Say("On a Mac or Linux:", "En Mac o Linux:");
    public string OnWindows => Say("on Windows:", "en Windows:");
    public string Download(int edition) => Say($"Download edition {edition} (PDF)", $"Descargar la edición {edition} (PDF)");

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;
}
