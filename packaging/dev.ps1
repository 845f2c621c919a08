# Sets up this checkout and runs the Evidence Viewer or its checks on Windows. See packaging\README.md.
#
#   packaging\dev.ps1 run [ARGS]    the program; without a case among ARGS, the bundled one
#   packaging\dev.ps1 test [ARGS]   every check; ARGS go to pytest
#   packaging\dev.ps1 setup         the set-up only
#
# If Windows refuses to run it: powershell -ExecutionPolicy Bypass -File packaging\dev.ps1 run
# NOT YET TRIED: there was no Windows to run this on. It follows packaging/dev line by line.

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$suits = 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))'
$command = if ($args.Count -gt 0) { $args[0] } else { 'help' }
$rest = @($args | Select-Object -Skip 1)

function Stop-With([string] $sentence) {
    Write-Host "packaging\dev.ps1: $sentence"
    exit 1
}

function Find-Python {
    foreach ($version in '3.14', '3.13', '3.12', '3.11') {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            & py "-$version" -c $suits 2>$null
            if ($LASTEXITCODE -eq 0) { return @('py', "-$version") }
        }
    }
    foreach ($name in 'python3', 'python') {
        if (Get-Command $name -ErrorAction SilentlyContinue) {
            & $name -c $suits 2>$null
            if ($LASTEXITCODE -eq 0) { return @($name) }
        }
    }
    Stop-With 'Python 3.11, 3.12, 3.13 or 3.14 is needed: install it from python.org, then run this again.'
}

# The virtual environment belongs to this Python, these dependencies and this folder.
function Get-Key {
    if (-not (Test-Path $python)) { return 'none' }
    $project = (Get-FileHash (Join-Path $root 'pyproject.toml')).Hash
    $version = & $python -I -S -c 'import sys; print(sys.version)'
    return "$project $version $root"
}

function Set-Up {
    $stamp = Join-Path $venv 'stamp-environment'
    $lock = New-Object System.Threading.Mutex($false, 'evidence-viewer-set-up')
    try { [void] $lock.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
    try {
        if (-not (Test-Path $stamp) -or (Get-Content -Raw $stamp).Trim() -ne (Get-Key)) {
            if (-not (Test-Path $python)) {
                $found = @(Find-Python)
                $options = @($found | Select-Object -Skip 1)
                & $found[0] @options -m venv --clear $venv
                if ($LASTEXITCODE -ne 0) { Stop-With 'the virtual environment could not be made.' }
            }
            Write-Host 'Installing what the project needs into .venv (once; one to three minutes).'
            Push-Location $root
            & $python -m pip install --quiet --disable-pip-version-check --editable '.[test,build,release]'
            $status = $LASTEXITCODE
            Pop-Location
            if ($status -ne 0) { exit $status }
            Set-Content -Path $stamp -Value (Get-Key)
        }
        & $python (Join-Path $root 'packaging\resources.py') | Out-Host
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    } finally {
        $lock.ReleaseMutex()
    }
}

function Test-NamesACase([string[]] $words) {
    foreach ($word in $words) {
        if ($word -match '^(--case|--case=.*|--start|--selfcheck|--help|-h|--version)$') { return $true }
        if ($word -like '*.evcase') { return $true }
        if (-not $word.StartsWith('-') -and (Test-Path -PathType Container $word)) { return $true }
    }
    return $false
}

function Invoke-Check([string] $name, [string[]] $words) {
    Write-Host "== $name"
    & $python -m @words
    if ($LASTEXITCODE -ne 0) {
        $status = $LASTEXITCODE
        Write-Host "== failed with status ${status}: $words"
        exit $status
    }
}

switch ($command) {
    'run' {
        Set-Up
        if (-not (Test-NamesACase $rest)) { $rest = @('--case', 'ashraf') + $rest }
        & $python -m viewer @rest
        exit $LASTEXITCODE
    }
    'test' {
        Set-Up
        Set-Location $root
        $env:QT_QPA_PLATFORM = 'offscreen'
        Invoke-Check 'ruff: lint' @('ruff', 'check')
        Invoke-Check 'ruff: format' @('ruff', 'format', '--check')
        Invoke-Check 'types' @('mypy', '--strict')
        Write-Host '== import contracts'
        & (Join-Path $venv 'Scripts\lint-imports.exe') --no-logo
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
        Invoke-Check 'tests' (@('pytest') + $rest)
    }
    'setup' {
        Set-Up
        Write-Host 'Ready.'
    }
    default {
        Get-Content $PSCommandPath | Select-Object -First 6 | ForEach-Object { $_ -replace '^# ?', '' }
        if ($command -notin 'help', '--help', '-h') { exit 1 }
    }
}
