namespace CoalitionLetters.Letters.Desk;

/// <summary>The pages beside the editor: drawn again when the words change, never two drawings at once, always the last words in the end.</summary>
public sealed partial class LetterEditorForm
{
    private bool drawing;
    private bool drawAgain;

    private async Task DrawAsync()
    {
        drawAgain = true;
        if (drawing)
        {
            return;
        }

        drawing = true;
        while (drawAgain && !gone)
        {
            drawAgain = false;
            await Task.Yield();
        }

        drawing = false;
    }
}
