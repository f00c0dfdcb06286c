using System.Data.Common;
using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;

namespace CoalitionLetters.Letters.Desk;

/// <summary>The pages beside the editor: drawn again when the words change, never two drawings at once, always the last words in the end.</summary>
public sealed partial class LetterEditorForm
{
    private bool drawing;
    private bool drawAgain;
    private bool drawingWaits;
    private bool hasPages;

    [Inject] private DrawLetter DrawLetter { get; set; } = null!;

    private async Task DrawAsync()
    {
        drawAgain = true;
        if (drawing)
        {
            return;
        }

        drawing = true;
        try
        {
            while (drawAgain && !gone)
            {
                drawAgain = false;
                await ShowAsync(await DrawnAsync());
            }
        }
        finally
        {
            drawing = false;
        }
    }

    private async Task<DrawnLetter> DrawnAsync()
    {
        try
        {
            return await DrawLetter.RunAsync(LetterId, content!);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or TimeoutException)
        {
            drawingWaits = true;
            return new DrawnLetter([], ["The pages are drawn again when the store answers."]);
        }
    }

    private void DrawWhatWaits()
    {
        if (drawingWaits)
        {
            drawingWaits = false;
            _ = DrawAsync();
        }
    }

    /// <summary>Where the letter cannot be set, the last pages stay and the problem is named above them.</summary>
    private async Task ShowAsync(DrawnLetter drawn)
    {
        IReadOnlyList<string> found = drawn.Pages.Count == 0 && hasPages ? [.. drawn.Problems, "The pages below show the words from before."] : drawn.Problems;
        if (!problems.SequenceEqual(found))
        {
            problems = found;
            StateHasChanged();
        }

        if (drawn.Pages.Count > 0)
        {
            hasPages = true;
            await CallAsync("show", drawn.Pages.Select((page, i) => new
            {
                address = DeskLinks.PreviewPage(page.Hash),
                width = page.Width,
                height = page.Height,
                alt = $"Page {i + 1} of {drawn.Pages.Count}",
            }).ToList());
        }
    }
}
