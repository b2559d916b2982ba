using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VksServerless.Application.People;
using VksServerless.Azure.Access;
using VksServerless.Web.Portal.Session;

namespace VksServerless.Functions.Tests.Access;

/// <summary>The keys of sessions lie in the table, sealed under a key of the vault.</summary>
public sealed class Protecting_session_keys : IAsyncLifetime
{
    private readonly RowsInMemory _rows = new();
    private AVault _vault = null!;

    public async Task InitializeAsync() => _vault = await AVault.Start();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    [Fact]
    public async Task A_cookie_of_one_host_is_known_at_another_and_no_key_lies_open()
    {
        await using var one = await APortal.Start(_rows, _vault);
        await using var other = await APortal.Start(_rows, _vault);

        var cookie = await one.SignIn();

        (await other.Knows(cookie)).ShouldBeTrue();
        var stored = (await Stored(one)).ShouldHaveSingleItem();
        stored.ShouldContain($"<keyId>{_vault.NewestKeyId}</keyId>");
        stored.ShouldNotContain("masterKey");
    }

    [Fact]
    public async Task A_key_that_lay_open_before_there_was_a_vault_still_opens()
    {
        await using var before = await APortal.Start(_rows, vault: null);
        var cookie = await before.SignIn();
        (await Stored(before)).ShouldHaveSingleItem().ShouldContain("masterKey");

        await using var after = await APortal.Start(_rows, _vault);

        (await after.Knows(cookie)).ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_rotation_old_cookies_are_known_and_new_keys_are_sealed_with_the_new_version()
    {
        await using var one = await APortal.Start(_rows, _vault);
        var cookie = await one.SignIn();
        _vault.Rotate();
        one.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));

        await using var other = await APortal.Start(_rows, _vault);

        (await other.Knows(cookie)).ShouldBeTrue();
        (await Stored(one)).Count(key => key.Contains(_vault.NewestKeyId, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_stored_key_that_names_another_host_is_refused_and_that_host_hears_nothing()
    {
        await using var foreign = await AVault.Start();
        await using var one = await APortal.Start(_rows, _vault);
        var cookie = await one.SignIn();
        await Rewrite(one, key => key.Replace(_vault.NewestKeyId, foreign.NewestKeyId, StringComparison.Ordinal));

        await using var other = await APortal.Start(_rows, _vault);

        (await other.Knows(cookie)).ShouldBeFalse();
        (await other.Knows(await other.SignIn())).ShouldBeTrue("a new key was made");
        foreign.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stored_key_that_was_changed_opens_nothing()
    {
        await using var one = await APortal.Start(_rows, _vault);
        var cookie = await one.SignIn();
        await Rewrite(one, key => key.Replace("<content>", "<content>AAAA", StringComparison.Ordinal));

        await using var other = await APortal.Start(_rows, _vault);

        (await other.Knows(cookie)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://elsewhere.example/keys/sessions/VERSION")]
    [InlineData("KEY@elsewhere.example/keys/sessions/VERSION")]
    [InlineData("KEYs/VERSION")]
    [InlineData("KEY/../others/VERSION")]
    [InlineData("KEY/VERSION/../../others/VERSION")]
    [InlineData("KEY/VERSION?api-version=7.4&")]
    [InlineData("KEY/VERSION\n")]
    [InlineData("KEY/")]
    [InlineData("VERSION")]
    [InlineData("")]
    public async Task What_is_no_version_of_the_key_is_refused_and_the_vault_hears_nothing(string keyId)
    {
        var version = _vault.NewestKeyId.Split('/')[^1];
        var named = keyId.Replace("KEY", $"{_vault.Key}", StringComparison.Ordinal).Replace("VERSION", version, StringComparison.Ordinal);

        await Should.ThrowAsync<CryptographicException>(() => _vault.Client().Unwrap(new WrappedKey(named, [1]), CancellationToken.None));

        _vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_vault_is_away_the_page_says_so_no_key_is_stored_and_the_same_host_goes_on_afterwards()
    {
        _vault.Down = true;
        await using var host = await APortal.Start(_rows, _vault);

        var page = await host.SignInPage();

        await ShouldSayThatNobodySignsIn(page);
        (await HealthOf(host)).ShouldBe(HealthStatus.Unhealthy);
        (await Stored(host)).ShouldBeEmpty();
        _vault.Down = false;
        (await host.Knows(await host.SignIn())).ShouldBeTrue();
        (await HealthOf(host)).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_new_host_knows_old_cookies_once_the_vault_is_back()
    {
        await using var one = await APortal.Start(_rows, _vault);
        var cookie = await one.SignIn();
        _vault.Down = true;
        await using var other = await APortal.Start(_rows, _vault);

        (await other.Knows(cookie)).ShouldBeFalse();
        (await one.Knows(cookie)).ShouldBeTrue("a host that has its keys needs no vault");
        _vault.Down = false;

        (await other.Knows(cookie)).ShouldBeTrue();
        (await Stored(one)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_people_sign_in_at_an_issuer_the_page_says_so_before_the_way_there()
    {
        _vault.Down = true;
        await using var host = await APortal.Start(
            _rows,
            _vault,
            new Dictionary<string, string?> { ["SignIn:Authority"] = "https://issuer.example", ["SignIn:ClientId"] = "vks" },
            services => services.RemoveAll<ISamplePeople>().ConfigureAll<OpenIdConnectOptions>(options =>
                options.Configuration = new OpenIdConnectConfiguration { AuthorizationEndpoint = "https://issuer.example/authorize" }));

        await ShouldSayThatNobodySignsIn(await host.SignInPage());
        _vault.Down = false;

        (await host.SignInPage()).Headers.Location!.ToString().ShouldStartWith("https://issuer.example/authorize?");
    }

    [Theory]
    [InlineData("http://vks.vault.azure.net/keys/sessions")]
    [InlineData("https://vks.vault.azure.net/keys/sessions/0123456789abcdef0123456789abcdef")]
    [InlineData("https://vks.vault.azure.net/keys/")]
    [InlineData("https://vks.vault.azure.net/secrets/sessions")]
    [InlineData("https://vks.vault.azure.net/keys/sessions?api-version=7.4")]
    [InlineData("sessions")]
    public void A_setting_that_is_no_key_of_a_vault_is_refused_at_the_start(string setting)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(AzureApp.Configuration)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["SignIn:KeyVaultKey"] = setting }).Build();

        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddAzureDoor(settings))
            .Message.ShouldBe($"SignIn:KeyVaultKey is not https://VAULT/keys/NAME: {setting}");
    }

    private static Task<IReadOnlyList<string>> Stored(APortal host) =>
        host.Services.GetRequiredService<ISessionKeys>().All(CancellationToken.None);

    private async Task Rewrite(APortal host, Func<string, string> change)
    {
        var (row, key) = (_rows.All.ShouldHaveSingleItem(), (await Stored(host)).Single());
        change(key).ShouldNotBe(key);
        await host.Services.GetRequiredService<ISessionKeys>().Add(row.Key, change(key), CancellationToken.None);
    }

    private static async Task<HealthStatus> HealthOf(APortal host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "vault"))
            .Entries.ShouldHaveSingleItem().Value.Status;

    private static async Task ShouldSayThatNobodySignsIn(HttpResponseMessage page)
    {
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain("Tạm thời chưa đăng nhập được");
    }
}
