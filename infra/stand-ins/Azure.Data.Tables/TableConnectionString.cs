namespace Azure.Data.Tables;

/// <summary><c>AccountName=…;AccountKey=…;TableEndpoint=…</c>, as Azurite takes it.</summary>
internal sealed record TableConnectionString(Uri Endpoint, string Account, string Key)
{
    public static TableConnectionString Parse(string text)
    {
        var settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .ToDictionary(setting => setting[0].Trim(), setting => setting[^1].Trim(), StringComparer.OrdinalIgnoreCase);
        var account = settings["AccountName"];
        var endpoint = settings.TryGetValue("TableEndpoint", out var named)
            ? named
            : $"https://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return new(new Uri(endpoint), account, settings["AccountKey"]);
    }
}
