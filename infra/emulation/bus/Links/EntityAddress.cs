namespace VksServerless.Emulation.Bus.Links;

/// <summary>What a link is opened to.</summary>
/// <param name="Entity">“reporting”, “reporting/Subscriptions/totals”, “…/$DeadLetterQueue”, “$cbs”.</param>
/// <param name="IsManagement">Its management node is meant.</param>
internal sealed record EntityAddress(string Entity, bool IsManagement)
{
    public const string Tokens = "$cbs";

    private const string Management = "/$management";

    /// <param name="address">“/reporting/Subscriptions/totals”, “reporting/$management”; clients differ in the leading slash.</param>
    public static EntityAddress Of(string? address)
    {
        var path = Uri.UnescapeDataString(address ?? "").Trim('/');
        return path.EndsWith(Management, StringComparison.OrdinalIgnoreCase)
            ? new EntityAddress(path[..^Management.Length], IsManagement: true)
            : new EntityAddress(path, IsManagement: false);
    }
}
