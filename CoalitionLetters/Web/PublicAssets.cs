using Microsoft.AspNetCore.Components;

namespace CoalitionLetters.Web;

/// <summary>Addresses of stylesheets and scripts that carry their content's fingerprint, for pages that are rendered apart from a request.</summary>
public sealed class PublicAssets(EndpointDataSource endpoints)
{
    private ResourceAssetCollection? known;

    public string this[string path] => "/" + (Known()?[path] ?? path);

    private ResourceAssetCollection? Known() =>
        known ??= endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(found => found is not null);
}
