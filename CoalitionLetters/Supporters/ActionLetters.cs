using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Pdf;
using YamlDotNet.RepresentationModel;

namespace CoalitionLetters.Supporters;

/// <summary>An action's draft as the <c>render</c> command sets it: one letter to each target, without the sentence that a person adds, and with a line to sign on.</summary>
public static class ActionLetters
{
    /// <summary>Reads an action and tells how to set its letters; null where the file is no action.</summary>
    /// <exception cref="LetterFileException">The file is an action and cannot be read; the message says what to mend, with the line.</exception>
    /// <exception cref="RuleBrokenException">The draft or a target says too little, or something that an action does not know.</exception>
    public static Func<RenderOptions, PdfFile>? Read(YamlMappingNode root, string body)
    {
        if (!FrontMatter.Has(root, ActionFile.TargetsKey))
        {
            return null;
        }

        var action = Checked(ActionFile.Parse(root, body));
        return options => Lay(action, options);
    }

    private static ActionFile Checked(ActionFile action)
    {
        RuleBrokenException.ThrowIf(action.Targets.Count == 0, "The action has no target. Write each as \"- name: …\" under targets.");
        ManageAction.Check(action.Content);
        foreach (var target in action.Targets)
        {
            Target.Check(target);
        }

        return action;
    }

    /// <exception cref="TypesettingException">A character has no font; the sentence names the letter and the character.</exception>
    private static PdfFile Lay(ActionFile action, RenderOptions options)
    {
        var draft = DraftText.Parse(action.Content.Draft).With(ownSentence: null);
        var words = LetterWords.In(action.Content.Language);
        var type = new Typography(words.LanguageTag);
        var letters = action.Targets.Select(target => new PrintedLetter(
            [target.Name, .. target.PostalAddress], action.Content.Subject, new SupporterLetter(target.Salutation, draft, [])) { IsDraft = options.Draft }).ToList();
        foreach (var letter in letters)
        {
            RefuseMissing(letter, options);
        }

        return letters.Select(letter => (IDocument)new SupporterDocument(letter, words, type)).ToOnePdf(InfoOf(action, words), options.Fonts);
    }

    private static void RefuseMissing(PrintedLetter letter, RenderOptions options)
    {
        var signs = $"{letter.Subject}\n{string.Join('\n', letter.Address)}\n{letter.Letter.Whole}";
        var missing = options.Fonts.MissingFrom(signs).Where(sign => Rune.IsValid(sign) && !Rune.IsControl(new Rune(sign))).Take(5).Select(sign => $"U+{sign:X4}").ToList();
        if (missing.Count > 0)
        {
            throw new TypesettingException($"The letter to {letter.Address[0]} needs a font for {string.Join(", ", missing)}.");
        }
    }

    /// <summary>A draft has no day; its file says the same one on every machine and day.</summary>
    private static PdfInfo InfoOf(ActionFile action, LetterWords words) => new()
    {
        Title = action.Content.Title,
        Language = words.LanguageTag,
        Date = DateTimeOffset.UnixEpoch,
    };
}
