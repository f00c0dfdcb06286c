namespace CoalitionLetters.Typesetting;

/// <summary>Something that was handed in cannot be set: a broken font or image, a character that no font has.
/// The message is one sentence that names the thing, fit to be shown to the person who chose it.</summary>
public sealed class TypesettingException(string message, Exception? cause = null) : Exception(message, cause);
