using System.Data.Common;
using CoalitionLetters.Data;
using CoalitionLetters.Staff;
using CoalitionLetters.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace CoalitionLetters.Letters.Desk;

/// <summary>Pictures that are chosen for letterheads. The last one chosen for a letterhead counts.</summary>
public sealed partial class LetterEditorForm
{
    private readonly Dictionary<int, int> logoTurns = [];
    private readonly Dictionary<int, (Guid? Id, string? Problem)> logoAnswers = [];
    private IReadOnlyDictionary<int, string> logoProblems = new Dictionary<int, string>();
    private int uploads;

    [Inject] private StorePicture StorePicture { get; set; } = null!;

    private async Task StoreLogoAsync((int Letterhead, IBrowserFile File) chosen)
    {
        var turn = logoTurns[chosen.Letterhead] = logoTurns.GetValueOrDefault(chosen.Letterhead) + 1;
        uploads++;
        var answer = await StoreAsync(chosen.File);
        uploads--;
        if (logoTurns[chosen.Letterhead] == turn)
        {
            logoAnswers[chosen.Letterhead] = answer;
        }

        // Drawing the fields anew takes the file out from under an upload that is still being read.
        if (uploads == 0)
        {
            await ShowLogosAsync();
        }
    }

    private async Task<(Guid? Id, string? Problem)> StoreAsync(IBrowserFile file)
    {
        try
        {
            (await Acting.AsActorAsync(user)).Needs(Policies.EditLetters);
            await using var upload = file.OpenReadStream(StoredPicture.MaxBytes + 1);
            return (await StorePicture.RunAsync(upload, file.Name), null);
        }
        catch (RuleBrokenException refusal)
        {
            return (null, refusal.Message);
        }
        catch (IOException)
        {
            return (null, "Choose a picture of 2 MB at most.");
        }
        catch (Exception lost) when (lost is JSException or TimeoutException or OperationCanceledException or InvalidOperationException or DbException or DbUpdateException)
        {
            // The store may not answer, and the browser forgets a file as soon as another is chosen in its place, or its field is drawn anew.
            return (null, "The picture did not arrive. Choose it once more.");
        }
    }

    private async Task ShowLogosAsync()
    {
        if (!await HoldAsync())
        {
            return;
        }

        // Another was chosen while the typist finished a word; both are shown as soon as it is here.
        if (uploads > 0)
        {
            await ReleaseAsync();
            if (changed)
            {
                Changed();
            }

            return;
        }

        var answers = logoAnswers.ToDictionary();
        logoAnswers.Clear();
        taken = null;
        logoProblems = answers.Where(a => a.Value.Problem is not null).ToDictionary(a => a.Key, a => a.Value.Problem!);
        var words = content! with { Letterhead = [.. content!.Letterhead.Select((lead, i) => answers.GetValueOrDefault(i).Id is { } id ? lead with { LogoId = id } : lead)] };
        await ReplaceInBrowserAsync(words, unsaved: true);
        await ReleaseAsync();
        Changed();
    }
}
