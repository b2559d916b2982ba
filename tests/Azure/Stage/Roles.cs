using System.Text.Json;
using VksServerless.Emulation;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Stage;

/// <summary>Rights of the app's identity: a built-in role of Azure, and on what.</summary>
internal static class Roles
{
    private const string Assignment = "/providers/Microsoft.Authorization/roleAssignments/";

    /// <summary>What lies in the account of evidence; all else is the app's state.</summary>
    private const string Evidence = "received";

    /// <summary>Microsoft wants it of every Functions host, whatever that asks for; the narrower one would do for what is asked.</summary>
    private static readonly (string Narrowest, string Wanted) OfHost =
        ("Storage Blob Data Contributor on state", "Storage Blob Data Owner on state");

    /// <summary>The narrowest that allow what the door was asked for, operation by operation.</summary>
    /// <param name="bicep">Folder of the templates and of what their check knows.</param>
    public static IReadOnlyList<string> NeededFor(AzureOnThisMachine door, string bicep)
    {
        using var known = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bicep, "check", "data", "roles.json")));
        var roles = known.RootElement.GetProperty("allows").EnumerateObject()
            .Select(role => (role.Name, Allows: role.Value.EnumerateArray().Select(each => each.GetString()!).ToHashSet()))
            .OrderBy(role => role.Allows.Count)
            .ToList();
        var storage = door.StorageUse
            .GroupBy(use => (use.Key.Service, Account: use.Key.Container == Evidence ? "evidence" : "state"))
            .Select(uses => (uses.Key.Account, Asked: uses.Select(use => Permissions.For(use.Key)).ToHashSet()))
            .Select(uses => $"{roles.First(role => role.Allows.IsSupersetOf(uses.Asked)).Name} on {uses.Account}")
            .Select(role => role == OfHost.Narrowest ? OfHost.Wanted : role);
        var bus = door.Bus.Uses.Where(use => use.Right != BusRight.None).Select(use => use.Right == BusRight.Send
            ? $"Azure Service Bus Data Sender on {use.Entity}"
            : $"Azure Service Bus Data Receiver on {use.Entity}");
        var mail = door.Mail.Taken.Count > 0 ? (string[])["Communication and Email Service Owner on mail"] : [];
        return [.. storage.Concat(bus).Concat(mail).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Granted by the templates. What the telemetry and the key vault need is left out: nothing here takes it.</summary>
    /// <param name="bicep">Folder of the templates and of what their check knows.</param>
    public static IReadOnlyList<string> GrantedBy(string bicep)
    {
        using var known = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bicep, "check", "data", "roles.json")));
        var names = known.RootElement.GetProperty("known");
        using var snapshot = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bicep, "prod.snapshot.json")));
        return
        [
            .. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray()
                .Where(resource => resource.GetProperty("type").GetString() == "Microsoft.Authorization/roleAssignments")
                .Where(right => right.GetProperty("properties").GetProperty("principalId").GetString()!
                    .Contains("/id-vks-", StringComparison.Ordinal))
                .Select(resource => (
                    Role: names.GetProperty(resource.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!.Split('/')[^1])
                        .GetString()!,
                    Scope: resource.GetProperty("id").GetString()!.Split(Assignment)[0]))
                .Where(right => !right.Scope.Contains("/Microsoft.Insights/", StringComparison.Ordinal)
                    && !right.Scope.Contains("/Microsoft.KeyVault/", StringComparison.Ordinal))
                .Select(right => $"{right.Role} on {NameOf(right.Scope)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string NameOf(string scope) =>
        scope.Split("/topics/") is [_, var entity] ? entity.Replace("/subscriptions/", "/Subscriptions/", StringComparison.Ordinal)
        : scope.Contains("/Microsoft.Communication/", StringComparison.Ordinal) ? "mail"
        : scope.Split('/')[^1].StartsWith("stvksev", StringComparison.Ordinal) ? "evidence"
        : "state";
}
