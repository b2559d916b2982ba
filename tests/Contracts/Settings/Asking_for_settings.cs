using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using VksServerless.Application.People;
using VksServerless.Azure;
using VksServerless.Storage;

namespace VksServerless.Contracts.Settings;

/// <summary>What is provisioned is held against <c>infra/azure/settings.json</c>, so that list must be the truth.</summary>
public class Asking_for_settings
{
    private static readonly Dictionary<string, string?> Given = new()
    {
        ["AzureWebJobsStorage:tableServiceUri"] = "https://vks.table.core.windows.net",
        ["AzureWebJobsStorage:blobServiceUri"] = "https://vks.blob.core.windows.net",
        ["Evidence:blobServiceUri"] = "https://vksev.blob.core.windows.net",
        ["ServiceBus:fullyQualifiedNamespace"] = "vks.servicebus.windows.net",
        ["Mail:Endpoint"] = "https://vks.communication.azure.com",
        ["Mail:Sender"] = "bao-cao@vks.example",
        ["Identity:Metadata"] = "https://issuer.example/.well-known/openid-configuration",
    };

    [Fact]
    public async Task Only_listed_ones_are_asked_for()
    {
        var recorded = new Recorded(With(Given));
        await using var services = new ServiceCollection().AddAzure(recorded).BuildServiceProvider();
        services.GetRequiredService<IRowStore>().ShouldNotBeNull();
        services.GetRequiredService<IBlobStore>().ShouldNotBeNull();

        recorded.Keys.Count.ShouldBeGreaterThanOrEqualTo(Given.Count);
        recorded.Keys.Except(Listed().Select(setting => setting.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void The_app_does_not_start_without_a_needed_one()
    {
        foreach (var name in Given.Keys)
        {
            Listed().ShouldContain(setting => setting.Name == name && setting.Required);
            Should.Throw<InvalidOperationException>(
                () => new ServiceCollection().AddAzure(With(Given.Where(setting => setting.Key != name))), name);
        }
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/tenant-1/v2.0", true)]
    [InlineData("https://dang-nhap.vks.vn/", false)]
    [InlineData("https://login.microsoftonline.com.dang-nhap.vks.vn/", false)]
    [InlineData("", false)]
    public void The_token_of_the_identity_is_shown_to_Entra_alone(string authority, bool shown)
    {
        var settings = Given.Append(new KeyValuePair<string, string?>("SignIn:Authority", authority));

        new ServiceCollection().AddAzure(With(settings)).Any(service => service.ServiceType == typeof(IClientProof)).ShouldBe(shown);
    }

    private static ConfigurationManager With(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings);
        return configuration;
    }

    private static Setting[] Listed()
    {
        var path = typeof(Asking_for_settings).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Settings").Value!;
        return JsonSerializer.Deserialize<Setting[]>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
    }

    private sealed record Setting(string Name, bool Required);

    /// <summary>Notes every key that is asked for.</summary>
    private sealed class Recorded(IConfiguration inner) : IConfiguration
    {
        private readonly ConcurrentDictionary<string, bool> _keys = new();

        public ICollection<string> Keys => _keys.Keys;

        public string? this[string key]
        {
            get
            {
                _keys.TryAdd(key, true);
                return inner[key];
            }

            set => inner[key] = value;
        }

        public IConfigurationSection GetSection(string key)
        {
            _keys.TryAdd(key, true);
            return inner.GetSection(key);
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
