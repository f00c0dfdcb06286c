using Microsoft.AspNetCore.Components;

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
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
