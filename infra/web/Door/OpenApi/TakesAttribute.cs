using Microsoft.AspNetCore.Http.Metadata;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>The JSON body that an endpoint takes. Its kind is checked where it is read, so that the refusal says what is wrong.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(Type body) : Attribute, IAcceptsMetadata
{
    IReadOnlyList<string> IAcceptsMetadata.ContentTypes => [];

    Type? IAcceptsMetadata.RequestType => body;

    bool IAcceptsMetadata.IsOptional => false;
}

/// <summary>The file that an endpoint takes.</summary>
/// <param name="mediaType">E.g. text/csv; */* when it is the sender's to say.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFileAttribute(string mediaType) : Attribute
{
    public string MediaType => mediaType;
}
