using Microsoft.Playwright;

namespace CoalitionLetters.Tests.Support;

/// <summary>Fields for files on pages that talk with the server.</summary>
public static class FileFields
{
    /// <summary>The framework's script takes a moment to listen to a field that was just drawn; it marks the field when it does.</summary>
    public static Task ListensAsync(this IPage page, string field) =>
        page.WaitForFunctionAsync("field => document.querySelector(field)?._blazorInputFileNextFileId !== undefined", field, new() { Timeout = 60_000 });

    public static async Task ChooseFileAsync(this IPage page, string field, FilePayload file)
    {
        await page.ListensAsync(field);
        await page.SetInputFilesAsync(field, file);
    }

    /// <inheritdoc cref="ChooseFileAsync(IPage, string, FilePayload)"/>
    public static async Task ChooseFileAsync(this IPage page, string field, string path)
    {
        await page.ListensAsync(field);
        await page.SetInputFilesAsync(field, path);
    }
}
