using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>How a letter opens, closes, and changes its words in between.</summary>
public sealed partial class Letter
{
    public DateTime? OpenedAt { get; private set; }

    /// <summary>The soft deadline, told to people.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The hard deadline, enforced.</summary>
    public DateTime? ClosesAt { get; private set; }

    /// <summary>Until when a signature given in time may still be confirmed.</summary>
    public DateTime? GraceEndsAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? CurrentTextId { get; private set; }

    /// <summary>Rises when the letter opens, closes or moves its deadline, so that two people never do it across each other.</summary>
    public int StateRevision { get; private set; }

    public bool AcceptsSignatures(DateTime now) => Status == LetterStatus.Open && now < ClosesAt;

    /// <summary>The deadline that is told: the soft one, and when that is over the hard one.</summary>
    public DateTime? ToldDeadline(DateTime now) => now < DueAt ? DueAt : ClosesAt;

    public bool AcceptsConfirmations(DateTime now) => Status is LetterStatus.Open or LetterStatus.Closed && now < GraceEndsAt;

    public bool IsPublic => Status is LetterStatus.Open or LetterStatus.Closed or LetterStatus.Final || (Status == LetterStatus.Withdrawn && OpenedAt is not null);

    /// <summary>Opens for signatures and fixes the first text version.</summary>
    public TextVersion Open(DateTime dueAt, DateTime closesAt, TimeSpan grace, string by, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status is not (LetterStatus.Draft or LetterStatus.Circulating), "Only a draft can be opened for signatures.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(Content.Title), "Give the letter a title before it opens.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(Content.Body), "Write the letter before it opens.");
        RefuseUnprintable(Content);
        SetDeadlines(dueAt, closesAt, grace, now);

        Status = LetterStatus.Open;
        OpenedAt = now;
        return FixText(1, EditClass.First, by, now);
    }

    public void MoveDeadline(DateTime dueAt, DateTime closesAt, TimeSpan grace, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != LetterStatus.Open, "Only an open letter has a deadline to move.");
        SetDeadlines(dueAt, closesAt, grace, now);
        StateRevision++;
        PublicRevision++;
    }

    /// <summary>Makes the draft the letter's words from now on.</summary>
    public TextVersion ChangeText(TextVersion current, EditClass editClass, string by, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != LetterStatus.Open, "Only an open letter gets a new text version.");
        RuleBrokenException.ThrowIf(editClass == EditClass.First, "Say whether the change is editorial or substantive.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(DraftContent.Title), "Give the letter a title before you publish its new text.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(DraftContent.Body), "Write the letter before you publish its new text.");
        RefuseUnprintable(DraftContent);

        (Content, NextContent) = (DraftContent, null);
        return FixText(current.Number + 1, editClass, by, now);
    }

    public void Close(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != LetterStatus.Open, "Only an open letter can be closed.");
        Status = LetterStatus.Closed;
        ClosedAt = now < ClosesAt ? now : ClosesAt;
        StateRevision++;
        PublicRevision++;
    }

    public void Reopen(DateTime dueAt, DateTime closesAt, TimeSpan grace, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != LetterStatus.Closed, "Only a closed letter that is not final can be opened again.");
        SetDeadlines(dueAt, closesAt, grace, now);
        Status = LetterStatus.Open;
        ClosedAt = null;
        StateRevision++;
        PublicRevision++;
    }

    /// <summary>The first edition is out, and the letter's words and list stand.</summary>
    public void Finish()
    {
        RuleBrokenException.ThrowIf(Status is not (LetterStatus.Closed or LetterStatus.Final), "Close the letter before you publish it.");
        Status = LetterStatus.Final;
        StateRevision++;
        PublicRevision++;
    }

    public void Withdraw(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status is LetterStatus.Withdrawn, "The letter is withdrawn already.");
        Status = LetterStatus.Withdrawn;
        WithdrawnAt = now;
        StateRevision++;
        PublicRevision++;
    }

    private void SetDeadlines(DateTime dueAt, DateTime closesAt, TimeSpan grace, DateTime now)
    {
        RuleBrokenException.ThrowIf(closesAt <= now, "The closing time must be in the future.");
        RuleBrokenException.ThrowIf(dueAt <= now && dueAt != DueAt, "The deadline told to people must be in the future.");
        RuleBrokenException.ThrowIf(dueAt > closesAt, "The deadline told to people cannot be later than the one enforced.");
        RuleBrokenException.ThrowIf(grace < TimeSpan.Zero || grace > TimeSpan.FromDays(14), "Late confirmations may take 14 days at most.");

        DueAt = dueAt;
        ClosesAt = closesAt;
        GraceEndsAt = closesAt + grace;
    }

    private TextVersion FixText(int number, EditClass editClass, string by, DateTime now)
    {
        var version = TextVersion.Of(this, number, editClass, by, now);
        CurrentTextId = version.Id;
        StateRevision++;
        PublicRevision++;
        return version;
    }

    private static void RefuseUnprintable(LetterContent content)
    {
        if (PrintFaults.In(content) is { } fault)
        {
            throw new RuleBrokenException(fault);
        }
    }
}
