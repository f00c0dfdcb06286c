using CoalitionLetters.Data;
using CoalitionLetters.Staff;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Exporting;

/// <summary>Tables as downloads for staff, each as CSV, workbook and JSON.</summary>
public static class TableDownload
{
    /// <param name="address">The address without its ending, as in <c>/staff/organizations</c>; <c>.csv</c>, <c>.xlsx</c> and <c>.json</c> are added.</param>
    /// <param name="table">The file's name without its ending, and its rows; null for what is not there.</param>
    public static void MapTable(this WebApplication app, string address, Func<CoalitionDb, HttpContext, Task<(string Name, ExportTable Table)?>> table)
    {
        foreach (var kind in (IEnumerable<string>)["csv", "xlsx", "json"])
        {
            app.MapGet($"{address}.{kind}", async (CoalitionDb db, HttpContext context) =>
            {
                if (await table(db, context) is { } found)
                    await SendAsync(found.Name, found.Table, kind, context.Response, context.RequestAborted);
                else
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
            }).RequireAuthorization(Policies.ExportSignatures);
        }
    }

    private static async Task SendAsync(string name, ExportTable table, string kind, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.{kind}" }.ToString();
        switch (kind)
        {
            case "xlsx":
                response.ContentType = XlsxExport.ContentType;
                using (var workbook = new MemoryStream())
                {
                    XlsxExport.Write(table, workbook);
                    await response.Body.WriteAsync(workbook.GetBuffer().AsMemory(0, (int)workbook.Length), cancel);
                }

                break;
            case "json":
                response.ContentType = JsonExport.ContentType;
                await JsonExport.WriteAsync(table, response.Body, cancel);
                break;
            default:
                response.ContentType = CsvExport.ContentType;
                await CsvExport.WriteAsync(table, response.Body, cancel);
                break;
        }
    }
}
