using CoalitionLetters.Data;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoalitionLetters.Letters.Desk;

/// <summary>
/// Words that meet other words: somebody else's, or what this browser kept. The form stands still from the moment both are put side
/// by side until a result is kept or somebody goes back, so that nothing can be typed that the result would not hold.
/// </summary>
public sealed partial class LetterEditorForm
{
    // Longer than the browser puts off the answer to "hold" while somebody goes on typing.
    private static readonly TimeSpan HoldAnswer = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim holding = new(1);
    private SaveOutcome? news;
    private Choice? choice;
    private bool choosing;
    private Func<ElementReference>? focusNext;
    private ElementReference toNews;
    private ElementReference toKept;
    private List<KeptWords> kept = [];

    private void Hear(SaveOutcome? outcome)
    {
        if (gone)
        {
            return;
        }

        others = Editors.OthersAt(LetterId, self);
        if (outcome is null)
        {
            _ = FollowStateAsync();
        }

        if (outcome is not null && outcome.Revision > revision)
        {
            _ = ForgetSavedAsync(outcome.Content);
            Learn(outcome);
            if (changed)
            {
                _ = CompareAsync();
            }
        }

        StateHasChanged();
    }

    /// <summary>A comparison that is open goes on with the newer words; what was chosen in it stays.</summary>
    private void Learn(SaveOutcome outcome)
    {
        if (news is not null && news.Revision >= outcome.Revision)
        {
            return;
        }

        news = outcome;
        if (choice is { Kept: null })
        {
            choice = choice with
            {
                Theirs = outcome.Content,
                Revision = outcome.Revision,
                TheirsName = NameOf(outcome),
                Moved = $"{By(outcome)} saved again at {Clock(outcome.At)}; what you chose and wrote here stays. Look at the other words once more.",
            };
        }
    }

    private Task CompareNewsAsync() => CompareAsync();

    private Task TakeNewsAsync() => CompareAsync(takeIfUntouched: true);

    private async Task CompareAsync(bool takeIfUntouched = false)
    {
        if (choosing)
        {
            return;
        }

        choosing = true;
        if (!await HoldAsync())
        {
            choosing = false;
            return;
        }

        if (StaysHeld())
        {
            return;
        }

        if (news is null || news.Revision <= revision)
        {
            (news, choosing) = (null, false);
            await ReleaseAsync();
        }
        else if (LetterParts.Between(news.Content, content!).Count == 0 || (takeIfUntouched && !changed))
        {
            (saved, revision, news, changed, taken) = (news.Content, news.Revision, null, false, null);
            await ReplaceInBrowserAsync(saved, unsaved: false);
            choosing = false;
            status = "All is saved.";
            await ReleaseAsync();
        }
        else
        {
            status = "Not saved: choose below what the letter shall say.";
            choice = new Choice(content!, news.Content, saved, news.Revision, "What I wrote", NameOf(news), $"{By(news)} saved other words while you were writing");
        }

        StateHasChanged();
    }

    private async Task ChooseAsync(LetterContent chosen)
    {
        if (choice is not { } two)
        {
            return;
        }

        (choice, taken) = (null, null);
        changed = true;
        if (two.Kept is null)
        {
            (saved, revision) = (two.Theirs, two.Revision);
            news = news?.Revision > revision ? news : null;
        }

        await ReplaceInBrowserAsync(chosen, unsaved: true);
        if (two.Kept is not null)
        {
            await ForgetKeptAsync(two.Kept);
        }

        choosing = false;
        await ReleaseAsync();
        await SaveAsync();
    }

    /// <summary>Why one may go on writing without a choice, as a sentence; none where that would leave words that no save takes.</summary>
    private string? WayBack(Choice two) => two.Kept is not null ? "this browser goes on keeping these words."
        : changed ? null
        : "you have written nothing that is not saved.";

    private async Task LeaveChoiceAsync()
    {
        if (choice is not { } two || WayBack(two) is null)
        {
            return;
        }

        (choice, choosing) = (null, false);
        focusNext = () => two.Kept is null ? toNews : toKept;
        status = changed ? "Not saved yet …" : "All is saved.";
        await ReleaseAsync();
        if (changed)
        {
            _ = SaveSoonAsync(SavePause);
        }
    }

    /// <summary>The button that led back is gone; the one that led into the comparison stands again.</summary>
    private async Task FocusAfterChoiceAsync()
    {
        if (focusNext is { } next)
        {
            focusNext = null;
            await next().TryFocusAsync();
        }
    }

    private async Task FindKeptAsync()
    {
        foreach (var words in await script!.InvokeAsync<List<KeptWords>>("kept"))
        {
            if (await IsSavedAsync(words))
            {
                await CallAsync("forget", words.Key);
            }
            else
            {
                kept.Add(words);
            }
        }

        StateHasChanged();
    }

    private async Task<bool> IsSavedAsync(KeptWords words)
    {
        if (LetterParts.Between(saved, words.Content).Count == 0)
        {
            return true;
        }

        try
        {
            await using var db = Stores.Open();
            return await db.HasDraftAsync(LetterId, words.Content, words.Began);
        }
        catch (Exception fault) when (fault.IsStoreAway())
        {
            // Better offered once too often than lost.
            return false;
        }
    }

    /// <summary>A page that the server had not given up yet may save what this browser kept after all.</summary>
    private async Task ForgetSavedAsync(LetterContent stored)
    {
        foreach (var words in kept.Where(words => words != choice?.Kept && LetterParts.Between(stored, words.Content).Count == 0).ToList())
        {
            await ForgetKeptAsync(words);
            StateHasChanged();
        }
    }

    private async Task CompareKeptAsync(KeptWords words)
    {
        if (choosing)
        {
            return;
        }

        choosing = true;
        if (!await HoldAsync())
        {
            choosing = false;
            return;
        }

        if (StaysHeld())
        {
            return;
        }

        status = "Not saved: choose below what the letter shall say.";
        choice = new Choice(words.Content, content!, words.Began, revision,
            "What this browser kept", "What stands in the letter now", "Words that this browser kept, beside the letter as it is now", words);
    }

    private async Task ForgetKeptAsync(KeptWords words)
    {
        kept.Remove(words);
        await CallAsync("forget", words.Key);
    }

    /// <summary>
    /// Takes in what was still under way and lets nothing more be typed until <see cref="ReleaseAsync"/>. The browser answers when the
    /// typist pauses, so that no key is pressed into the void. One holds at a time; false where the connection is gone.
    /// </summary>
    private async Task<bool> HoldAsync()
    {
        await holding.WaitAsync();
        try
        {
            HeldWords? held = null;
            while (script is not null && held is null)
            {
                held = await script.InvokeAsync<HeldWords?>("hold", HoldAnswer, []);
            }

            TakeIn(held);
            // A save that is under way may yet be refused; then these words are not untouched.
            await saving.WaitAsync();
            saving.Release();
            return true;
        }
        catch (Exception lost) when (lost is JSDisconnectedException or OperationCanceledException)
        {
            holding.Release();
            return false;
        }
    }

    /// <summary>Whether the letter came to keep its words while the form was brought to a stand: then there is nothing to choose, and it stands on.</summary>
    private bool StaysHeld()
    {
        if (!KeepsItsWords)
        {
            return false;
        }

        standsStill = true;
        SayThatItKeepsItsWords();
        StateHasChanged();
        return true;
    }

    private void TakeIn(HeldWords? held)
    {
        if (held is null)
        {
            return;
        }

        number = held.Number;
        var now = LetterFields.ToContent(held.Fields);
        changed |= LetterParts.Between(content!, now).Count > 0;
        (fields, content) = (held.Fields, now);
    }

    private async Task ReleaseAsync()
    {
        await CallAsync("release", number);
        if (holding.CurrentCount == 0)
        {
            holding.Release();
        }
    }

    private string NameOf(SaveOutcome outcome) => $"What {(IsMe(outcome.ById) ? "you saved in another tab" : $"{outcome.By} saved")} at {Clock(outcome.At)}";

    private string By(SaveOutcome outcome) => IsMe(outcome.ById) ? "You, in another tab," : outcome.By;

    private bool IsMe(Guid? staffId) => staffId is not null && staffId == actor.StaffId;

    /// <param name="Base">What both states began from, where that is known.</param>
    /// <param name="Kept">Set where these are words that this browser kept, not somebody's in between.</param>
    private sealed record Choice(LetterContent Mine, LetterContent Theirs, LetterContent? Base, int Revision, string MineName, string TheirsName, string Why, KeptWords? Kept = null)
    {
        public string? Moved { get; init; }
    }

    private sealed record HeldWords(long Number, Dictionary<string, string> Fields);
}
