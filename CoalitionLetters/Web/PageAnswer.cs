using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Web;

/// <summary>A page made for one visitor: kept by nobody on the way, its address told to nobody.</summary>
public sealed class PageAnswer<TPage>(int status, Dictionary<string, object?> parameters) : IResult where TPage : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await httpContext.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<TPage>(parameters);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(Packed(Encoding.UTF8.GetBytes(html), httpContext), httpContext.RequestAborted);
        }
    }

    // The form holds a list of countries, so it shrinks to a fifth. Nobody is signed in here whose secrets its length could tell.
    private static byte[] Packed(byte[] bytes, HttpContext context)
    {
        var encoding = Rendered.BestFor(context.Request);
        context.Response.Headers.ContentEncoding = encoding;
        return encoding switch
        {
            "br" => Rendered.Brotli(bytes),
            "gzip" => Rendered.Gzip(bytes),
            _ => bytes,
        };
    }
}
