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

    /// <summary>Needed for what the door was asked for.</summary>
    public static IReadOnlyList<string> NeededFor(AzureOnThisMachine door)
    {
        var storage = door.StorageUse.Select(use => (use.Key.Service, use.Key.Container) switch
        {
            ("table", _) => "Storage Table Data Contributor on state",
            ("queue", _) => "Storage Queue Data Contributor on state",
            (_, Evidence) => "Storage Blob Data Contributor on evidence",
            _ => "Storage Blob Data Owner on state",
        });
        var bus = door.Bus.Uses.Where(use => use.Right != BusRight.None).Select(use => use.Right == BusRight.Send
            ? $"Azure Service Bus Data Sender on {use.Entity}"
            : $"Azure Service Bus Data Receiver on {use.Entity}");
        var mail = door.Mail.Taken.Count > 0 ? (string[])["Communication and Email Service Owner on mail"] : [];
        return [.. storage.Concat(bus).Concat(mail).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Granted by the templates. What the telemetry needs is left out: nothing here takes it.</summary>
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
                .Where(right => !right.Scope.Contains("/Microsoft.Insights/", StringComparison.Ordinal))
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
