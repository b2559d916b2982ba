using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>What the OpenAPI document says of an endpoint beyond its route and method.</summary>
/// <param name="summary">In Vietnamese.</param>
/// <param name="gives">The body of the answer; null: none, or not JSON (see <see cref="MediaType"/>).</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string summary, Type? gives = null) : Attribute, IEndpointSummaryMetadata,
IProducesResponseTypeMetadata
{
    public string Summary { get; } = summary;

    public Type? Gives { get; } = gives;

    /// <summary>Whether it demands an Idempotency-Key, and answers 201.</summary>
    public bool Idempotent { get; init; }

    /// <summary>Whether it changes only what the caller has read.</summary>
    public Condition Condition { get; init; }

    /// <summary>Other headers that it demands.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>What may be asked with ?name=.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>Whether the answer comes in pages (?size, ?continuation).</summary>
    public bool Paged { get; init; }

    /// <summary>Of the answer, when it is not JSON.</summary>
    public string? MediaType { get; init; }

    int IProducesResponseTypeMetadata.StatusCode => Idempotent ? StatusCodes.Status201Created : StatusCodes.Status200OK;

    Type? IProducesResponseTypeMetadata.Type => Gives;

    IEnumerable<string> IProducesResponseTypeMetadata.ContentTypes => [MediaType ?? "application/json"];

    string? IProducesResponseTypeMetadata.Description => "Đã thực hiện";
}

public enum Condition
{
    None,

    /// <summary>If-Match with the ETag that was read.</summary>
    Read,

    /// <summary>That, or If-None-Match: * when there is nothing yet.</summary>
    ReadOrNew,

    /// <summary>If-Match may be sent; what was read must then be the newest.</summary>
    Optional,
}
