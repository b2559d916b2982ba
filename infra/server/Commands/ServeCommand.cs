using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using VksServerless.Server.Hosting;
using VksServerless.Server.Notices;

namespace VksServerless.Server.Commands;

/// <summary>Runs the server until the process is told to end.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that everything is kept in. Default: the environment's VKS_DATA, or .data.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_DATA") is { Length: > 0 } folder ? folder : ".data",
    };

    private static readonly Option<string> Port = new("--port")
    {
        Description = "On the loopback address. 0: any that is free. Default: the environment's PORT, or 7071.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } port ? port : "7071",
    };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "host:port of the mail server; without it mails are written as .eml files. Default: the environment's VKS_SMTP. "
            + "VKS_SMTP_USER and VKS_SMTP_PASSWORD log in; VKS_SMTP_TLS is none, starttls or tls (default: STARTTLS where offered).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_SMTP"),
    };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "The address of this machine to listen on; any but a loopback address needs --certificate or --proxy. "
            + "Default: the environment's VKS_LISTEN, or 127.0.0.1.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_LISTEN") is { Length: > 0 } address ? address : "127.0.0.1",
    };

    private static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = "A PKCS #12 file (.pfx) with the server's certificate and key; VKS_CERTIFICATE_PASSWORD opens it.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_CERTIFICATE"),
    };

    private static readonly Option<string?> Proxy = new("--proxy")
    {
        Description = "Addresses of the proxies in front, separated by commas: they alone are believed in X-Forwarded-For, -Host and -Proto.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_PROXY"),
    };

    private static readonly Option<bool> SamplePeople = new("--sample-people")
    {
        Description = "Everybody signs in as a sample person, without a password. Only on a loopback address and without a proxy.",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Runs the server until the process is told to end.")
        {
            Data, Port, Smtp, Listen, Certificate, Proxy, SamplePeople,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken cancellation)
    {
        try
        {
            var port = PortOf(arguments.GetRequiredValue(Port));
            var folder = Path.GetFullPath(arguments.GetRequiredValue(Data));
            var mail = SmtpSettings.Read(arguments.GetValue(Smtp), Path.Combine(folder, "mails"), Environment.GetEnvironmentVariable);
            var options = new ServerOptions(folder)
            {
                Port = port,
                Mail = mail,
                Listen = AddressOf("--listen", arguments.GetRequiredValue(Listen)),
                Certificate = CertificateIn(arguments.GetValue(Certificate)),
                Proxies = [.. (arguments.GetValue(Proxy) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(address => AddressOf("--proxy", address))],
                SamplePeople = arguments.GetValue(SamplePeople),
            };
            await using var server = await ReportingServer.Start(options, cancellation);
            await Tell(server.Address, options, mail);
            await server.WhenStopped();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"Port {arguments.GetRequiredValue(Port)} is taken by another program, perhaps by an earlier ./run.sh. "
                + "End that, or choose another: PORT=8080 ./run.sh");
            return 2;
        }
        catch (Exception refused) when (
            refused
                is DataFolderException or SettingException or FormatException or IOException or UnauthorizedAccessException
                or SocketException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new SettingException($"The port (--port, PORT) must be a whole number from 0 to 65535, not {text}.");

    private static IPAddress AddressOf(string option, string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new SettingException($"{option} takes an IP address such as 127.0.0.1, not {text}.");

    private static X509Certificate2? CertificateIn(string? file)
    {
        try
        {
            return file is { Length: > 0 }
                ? X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable("VKS_CERTIFICATE_PASSWORD"))
                : null;
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The certificate in {file} cannot be read: {broken.Message}", broken);
        }
    }

    private static Task Tell(Uri address, ServerOptions options, SmtpSettings mail) => Console.Out.WriteLineAsync(options.SamplePeople
        ? $$"""

            VksServerless with sample people, who need no password: {{address}}portal
              mails that were sent            {{address}}portal/mails   ({{WhereTo(mail)}})
              the API                         {{address}}api/openapi.json
              a token for a sample person     curl -X POST {{address}}local/sign-in -H 'Content-Type: application/json' -d '{"person":"centre"}'
              data                            {{options.DataFolder}}
            Ctrl+C ends it.
            """
        : $$"""

            VksServerless: {{address}}portal
              the API                         {{address}}api/openapi.json
              mails                           {{WhereTo(mail)}}
              data                            {{options.DataFolder}}
            Ctrl+C ends it.
            """);

    private static string WhereTo(SmtpSettings mail) =>
        mail.Server is null ? $"also as .eml in {mail.Folder}" : $"over SMTP to {mail.Server}:{mail.Port}";
}
