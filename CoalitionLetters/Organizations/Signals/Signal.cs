namespace CoalitionLetters.Organizations.Signals;

public enum SignalKind
{
    /// <summary>The mail domain is not that of the website.</summary>
    OtherDomain,

    /// <summary>A mailbox that anybody can have speaks for more than a local body.</summary>
    FreeMail,

    DisposableMail,

    /// <summary>The mail domain belongs to another body that is known.</summary>
    DomainOfAnother,

    /// <summary>Letters of several scripts in one name.</summary>
    MixedScripts,

    /// <summary>The name looks like a known one and is written with other letters.</summary>
    LooksLikeKnown,

    /// <summary>The name resembles a known one, and only a person can tell whether it is the same body.</summary>
    ResemblesKnown,
}

/// <summary>One reason to let a signature wait for staff, in a sentence for them.</summary>
public sealed record Signal(SignalKind Kind, string Sentence);

/// <summary>A body that is known already: its name and the domains of its website and mail.</summary>
public sealed record KnownBody(Guid Id, string Name, IReadOnlyList<string> Domains);
