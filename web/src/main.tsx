import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import './themes/neutral.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/rooms.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
