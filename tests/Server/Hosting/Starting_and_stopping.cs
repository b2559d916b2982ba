using System.Net;
using Microsoft.Data.Sqlite;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Tests.Hosting;

public class Starting_and_stopping
{
    [Fact]
    public async Task It_listens_on_the_loopback_address_only()
    {
        await using var sample = await Sample.Started();

        IPAddress.Parse(sample.Server.Address.Host).ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused()
    {
        await using var sample = await Sample.Started();

        var refused = await Should.ThrowAsync<DataFolderInUseException>(() => Sample.Started(sample.Folder));

        refused.Message.ShouldContain(sample.Folder);
    }

    [Fact]
    public async Task A_folder_of_a_later_version_is_refused_and_left_as_it_is()
    {
        await using var sample = await Sample.Started();
        await sample.Server.DisposeAsync();
        var database = Path.Combine(sample.Folder, "vks.db");
        Execute(database, "pragma user_version = 3");
        var before = await File.ReadAllBytesAsync(database);

        var refused = await Should.ThrowAsync<DataFolderException>(() => Sample.Started(sample.Folder));

        refused.Message.ShouldContain("format 3; this one knows up to 2");
        refused.Message.ShouldContain("--data");
        (await File.ReadAllBytesAsync(database)).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_no_database_is_refused_in_a_line()
    {
        await using var sample = new Sample();
        await File.WriteAllTextAsync(Path.Combine(sample.Folder, "vks.db"), new string('?', 10_000));

        var refused = await Should.ThrowAsync<DataFolderException>(() => Sample.Started(sample.Folder));

        refused.Message.ShouldContain("cannot be opened");
        refused.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("Desk:Office", "C 2", "Desk__Office")]
    [InlineData("Portal:Address", "bao-cao", "Portal__Address")]
    public async Task A_wrong_setting_is_refused_by_its_name(string setting, string value, string named)
    {
        await using var sample = new Sample();
        var settings = new Dictionary<string, string?> { [setting] = value };

        var refused = await Should.ThrowAsync<SettingException>(() => ReportingServer.Start(
            new ServerOptions(sample.Folder) { Settings = settings, ConfigureLogging = _ => { } }));

        refused.Message.ShouldContain(named);
        await sample.Start();
    }

    [Fact]
    public async Task The_shipped_directory_is_loaded_once()
    {
        await using var sample = new Sample { HasOwnListeners = true };
        await sample.Start();
        using var http = new HttpClient { BaseAddress = sample.Server.Address };
        (await ACycle.At(sample.Server, http).Read("units?size=1000")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(60);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
